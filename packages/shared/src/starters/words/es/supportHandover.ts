import type { StarterWords } from '../en/index.ts'

export const supportHandover: StarterWords['supportHandover'] = {
  name: 'Soporte con traspaso',
  description:
    'Anota el problema, lo pasa a una persona en horario de oficina y pregunta qué tal fue.',
  variables: { topic: 'tema', problem: 'problema', rating: 'valoración', complaint: 'queja' },
  triggers: ['soporte', 'ayuda', 'agente', 'persona'],
  topic: 'Hola, este es el soporte de *Northwind*. ¿De qué se trata?',
  topics: {
    technical: { title: 'Algo no funciona', synonyms: ['técnico', 'error'] },
    billing: { title: 'Una factura', synonyms: ['factura', 'pago'] },
    question: { title: 'Una pregunta', synonyms: ['pregunta', 'otra cosa'] },
  },
  describe: {
    text: 'Cuéntalo en una o dos frases, por favor, para que la persona indicada pueda responderte enseguida.',
    retryText: 'Un poco más de detalle, por favor: ¿qué pasó y dónde?',
  },
  open: 'En horario de oficina',
  now: {
    to: 'Soporte',
    message: 'Gracias. Alguien del equipo te responderá aquí en unos minutos.',
    note: '{{ tema }}: {{ problema }}',
  },
  later: {
    to: 'Soporte',
    message:
      'Gracias, queda anotado. Volvemos el próximo día laborable a las 9:00 y te respondemos aquí mismo.',
    note: 'Fuera del horario de oficina · {{ tema }}: {{ problema }}',
  },
  rate: '¿Qué tal te hemos atendido?',
  ratings: {
    great: { title: '😀 Genial', synonyms: ['bien', 'genial'] },
    okay: { title: '🙂 Normal', synonyms: ['normal', 'regular'] },
    bad: { title: '🙁 No muy bien', synonyms: ['mal', 'fatal'] },
  },
  unhappy: 'No muy bien',
  askWhy: 'Lo siento. ¿Qué deberíamos mejorar?',
  manager: {
    to: 'Responsable del equipo',
    message: 'Gracias por contárnoslo. La persona responsable del equipo te escribirá sobre ello.',
    note: 'Quedó a disgusto con «{{ problema }}»: {{ queja }}',
  },
  thanks: '¡Gracias! Escribe «soporte» siempre que nos necesites.',
}
