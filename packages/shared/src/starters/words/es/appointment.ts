import type { StarterWords } from '../en/index.ts'

export const appointment: StarterWords['appointment'] = {
  name: 'Cita',
  description: 'Servicio, día y hora, con un resumen que confirmar antes de que lo haga tu equipo.',
  variables: { service: 'servicio', day: 'día', time: 'franja', name: 'nombre' },
  triggers: ['una cita', 'pedir cita', 'mi cita', 'reserva', 'agendar', 'turno'],
  greetings: ['hola', 'buenas', 'cita'],
  service: {
    text: '¡Hola! 💇 ¿Qué servicio quieres reservar en *Estudio Nueve*?',
    buttonText: 'Elegir servicio',
    retryText: 'Elige un servicio de la lista o escribe su número, por favor.',
  },
  sections: { hair: 'Cabello', care: 'Cuidado' },
  services: {
    cut: { title: 'Corte', description: '45 minutos · 38' },
    colour: { title: 'Color', description: '2 horas · 95' },
    treatment: { title: 'Tratamiento', description: '30 minutos · 25' },
  },
  day: {
    text: '¿Qué día te va bien para *{{ servicio }}*? Escribe día, mes y año, como 24/12/2026.',
    retryText: 'No he entendido qué día es. Escríbelo como 24/12/2026, por favor.',
  },
  past: 'Ya pasó',
  pastDay: 'Ese día ya pasó. Busquemos otro.',
  askTime: '¿Y en qué momento del día?',
  times: {
    morning: { title: 'Por la mañana', synonyms: ['mañana', 'temprano'] },
    afternoon: { title: 'Por la tarde', synonyms: ['tarde', 'después de comer'] },
    evening: { title: 'A última hora', synonyms: ['noche', 'después del trabajo'] },
  },
  askName: '¿A nombre de quién la apunto?',
  confirm: {
    header: 'Tu cita',
    text: '*{{ servicio }}*\n{{ día | date: "%A, %-d de %B" }}, {{ franja | downcase }}\na nombre de {{ nombre }}\n\n¿Está todo bien?',
    reminder: '¿Te reservo esta cita? Solo tienes que pulsar un botón de arriba.',
  },
  right: { title: 'Sí, resérvala', synonyms: ['sí', 'vale', 'correcto'] },
  change: { title: 'Cambiar algo', synonyms: ['no', 'mal', 'cambiar'] },
  cancel: 'Cancelar',
  team: {
    to: 'Recepción',
    message: '¡Gracias, {{ nombre }}! Miramos la agenda y te confirmamos aquí la hora exacta.',
    note: '{{ servicio }}, {{ día }} ({{ franja }}), {{ nombre }}',
  },
  seeYou: '¡Nos vemos en Estudio Nueve! ✂️',
  cancelled: 'No se ha reservado nada. Escribe «cita» cuando quieras.',
}
