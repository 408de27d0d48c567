import type { queue as english } from '../en/queue.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const queue: SpanishOf<typeof english> = {
  title: 'Cola',
  help: 'Todos los mensajes esperan aquí hasta que salen. La mayoría, menos de un segundo.',
  number: 'Número',
  view: 'Mostrar',
  views: { queued: 'En espera', failed: 'Fallidos' },
  empty: 'No espera nada',
  emptyHelp:
    'Los mensajes se quedan aquí mientras su número no está conectado, hasta la hora programada, o cuando un primer intento no funcionó y viene otro.',
  failedEmpty: 'No ha fallado nada',
  failedEmptyHelp:
    'Aquí aparecen los mensajes de los últimos siete días que no se pudieron enviar, con el motivo y qué hacer.',
  failedHelp: 'Los últimos siete días.',
  count: { one: '{count} mensaje', other: '{count} mensajes' },
  countMore: 'Más de {count} mensajes',
  message: 'Mensaje',
  since: 'Desde',
  why: 'Por qué espera',
  whyFailed: 'Por qué falló',
  scheduled: 'Programado para {when}',
  offline: 'El número no está conectado. {reason}',
  retrying: 'Se volverá a intentar. {reason}',
  soon: 'Le toca en un momento.',
  unknownContact: 'Contacto desconocido',
  openConversation: 'Abrir la conversación con {name}',
  cancelOf: 'Cancelar el mensaje a {name}',
  cancelled: 'El mensaje a {name} se ha cancelado',
  clear: 'Cancelar todo',
  clearTitle: '¿Cancelar todo lo que espera en «{name}»?',
  clearHelp:
    'No se envía ninguno de estos mensajes, tampoco los programados para más tarde. No se puede deshacer.',
  clearSubmit: 'Cancelar todos los mensajes',
  cleared: { one: '{count} mensaje cancelado', other: '{count} mensajes cancelados' },
  actions: 'Acciones',
}
