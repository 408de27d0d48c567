import type { startForm as english } from '../../en/nodeForms/startForm.ts'
import type { SpanishOf } from '../SpanishOf.ts'

export const startForm: SpanishOf<typeof english> = {
  triggers: 'Qué inicia este flujo',
  triggersEmpty:
    'Nada inicia este flujo por sí solo. Aun así, puede iniciarlo una persona o la API.',
  addTrigger: 'Añadir un disparador',
  removeTrigger: 'Quitar el disparador',
  triggerKinds: {
    keyword: 'Palabra clave',
    firstMessage: 'Primer mensaje de todos',
    anyMessage: 'Cualquier mensaje',
  },
  triggerHelp: {
    keyword: 'El contacto escribe una de tus palabras.',
    firstMessage: 'El contacto escribe al número por primera vez.',
    anyMessage: 'Todo lo que no responde nadie más.',
  },
  words: 'Palabras',
  wordsHelp: 'Una por línea. Las mayúsculas y los acentos no cuentan.',
  patternsHelp: 'Una expresión regular por línea.',
  wordMatch: 'El mensaje',
  wordMatches: {
    exact: 'es exactamente una de ellas',
    startsWith: 'empieza por una de ellas',
    contains: 'contiene una de ellas',
    regex: 'encaja con un patrón',
  },
  interrupts: 'También en mitad de un flujo',
  interruptsHelp: 'Sale de donde esté el contacto e inicia este flujo.',
  groups: 'También en grupos',
  priority: 'Prioridad',
  priorityHelp: 'Si encajan varios disparadores, gana el número más alto.',
  activeHours: 'Solo a ciertas horas',
  from: 'Desde',
  to: 'Hasta',
  timeZone: 'Zona horaria',
  timeZoneFlow: 'Como en el flujo',
}
