import type { publishing as english } from '../en/publishing.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const publishing: SpanishOf<typeof english> = {
  more: 'Más opciones',
  who: {
    title: 'Quién recibe esta versión',
    everyone: 'Todo el mundo',
    everyoneHelp: 'Ocupa el lugar de la versión que responde ahora.',
    testContacts: 'Solo contactos de prueba',
    testContactsHelp:
      'Pruébala de verdad con gente que conoces. A los demás se les responde como antes, hasta que la actives para todo el mundo.',
    testers: 'Contactos de prueba: {names}',
    testersMore: { one: 'y {count} más', other: 'y {count} más' },
    noTesters:
      'Aún no hay ningún contacto de prueba. <a>En los contactos</a>, abre el tuyo o el de un colega y activa «Contacto de prueba».',
    percentage: 'Una parte de las conversaciones nuevas',
    percentageHelp:
      'Quien entra se queda, y los contactos de prueba están siempre. A los demás se les responde como antes.',
    percentageLabel: 'Por ciento',
    percentageRange: 'Elige una parte del 1 al 99 por ciento.',
    share: '{percentage} % de las conversaciones nuevas',
  },
  conversations: {
    title: 'Conversaciones en curso',
    none: 'Ahora mismo nadie está en mitad de este flujo en estos números.',
    count: {
      one: '{count} conversación está en mitad de este flujo en estos números.',
      other: '{count} conversaciones están en mitad de este flujo en estos números.',
    },
    finish: 'Terminan en la versión con la que empezaron',
    move: 'Pasan a esta versión si pueden',
    movable: '{movable} de {count} pueden pasar.',
    moveHelp:
      'Pasan cuando el cliente vuelve a escribir. Una conversación se queda si el paso en el que espera ya no está en esta versión, o si le falta un botón que el cliente aún puede tocar.',
    shareHelp: 'Terminan en la versión con la que empezaron: la parte cuenta solo para las nuevas.',
    finishShort: 'Las conversaciones en curso terminan antes',
    moveShort: 'Las conversaciones en curso pasan a ella',
    moving: {
      one: '{count} conversación en curso pasa a ella cuando el cliente vuelva a escribir.',
      other: '{count} conversaciones en curso pasan a ella cuando el cliente vuelva a escribir.',
    },
    finishing: {
      one: '{count} conversación termina en la versión con la que empezó.',
      other: '{count} conversaciones terminan en la versión con la que empezaron.',
    },
  },
  when: {
    title: 'Cuándo',
    now: 'Ahora',
    later: 'A una hora determinada',
    laterHelp: 'El flujo se guarda como está ahora: lo que cambies hasta entonces no estará en él.',
    time: 'Fecha y hora',
    zone: 'Hora de {zone}',
    past: 'Elige una hora futura.',
  },
  startTrial: 'Empezar la prueba',
  schedule: 'Programar',
  keeps: 'Sigue con la versión {version}',
  trialHere: 'La versión {version} está a prueba aquí: {audience}',
  trialEnds: 'Aquí termina la prueba de la versión {version}',
  title: 'En marcha',
  trial: 'La <b>versión {version}</b> está a prueba en {numbers}: {audience}.',
  promote: 'Activar para todo el mundo',
  promoteVersion: 'Activar para todo el mundo: versión {version}',
  promoted: 'La versión {version} está activa para todo el mundo',
  end: 'Terminar la prueba',
  endVersion: 'Terminar la prueba de la versión {version}',
  ended: 'La prueba ha terminado',
  endedHelp:
    'A todo el mundo se le responde como antes. Las conversaciones que empezaron en ella siguen hasta el final.',
  scheduled: 'La <b>versión {version}</b> se publicará en {numbers}: {time} ({zone}), {audience}.',
  cancel: 'Cancelar',
  cancelVersion: 'Cancelar la publicación de la versión {version}',
  cancelled: 'La versión {version} no se publicará',
  failed: 'La <b>versión {version}</b> tenía que publicarse el {time} ({zone}) y no se publicó.',
  dismiss: 'Descartar',
  dismissVersion: 'Descartar la publicación fallida de la versión {version}',
  badge: { trial: 'A prueba', scheduled: 'Programado', failed: 'No publicado' },
  done: {
    trial: 'La versión {version} está a prueba',
    trialHelp: '{audience}. A los demás se les responde como antes.',
    scheduled: 'La versión {version} está programada',
    scheduledHelp: 'Se publicará el {time} ({zone}). Puedes cancelarla hasta entonces.',
  },
}
