import type { canvasForms as english } from '../../en/nodeForms/canvasForms.ts'
import type { SpanishOf } from '../SpanishOf.ts'

export const canvasForms: SpanishOf<typeof english> = {
  note: 'Nota',
  noteColor: 'Color',
  sectionWidth: 'Ancho',
  sectionHeight: 'Alto',
  sectionHelp:
    'Los pasos que están sobre una sección se mueven con ella. No cambia nada de la conversación.',
  noteColors: {
    yellow: 'Amarillo',
    green: 'Verde',
    blue: 'Azul',
    pink: 'Rosa',
    gray: 'Gris',
  },
}
