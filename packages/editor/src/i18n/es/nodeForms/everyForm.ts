import type { everyForm as english } from '../../en/nodeForms/everyForm.ts'
import type { SpanishOf } from '../SpanishOf.ts'

export const everyForm: SpanishOf<typeof english> = {
  untitled: 'sin título',
  moveUp: 'Subir «{title}»',
  moveDown: 'Bajar «{title}»',
  removeItem: 'Quitar «{title}»',
  systemVariables: {
    contactName: 'Nombre del contacto',
    contactPhone: 'Teléfono del contacto',
    contactLanguage: 'Idioma del contacto',
    contactTags: 'Etiquetas del contacto',
    numberName: 'Nombre de tu número',
    numberPhone: 'Teléfono de tu número',
    now: 'Fecha y hora actuales',
    today: 'Fecha de hoy',
  },
  fromNode: 'la fija {name}',
  declared: 'definida en el flujo',
  name: 'Nombre del paso',
}
