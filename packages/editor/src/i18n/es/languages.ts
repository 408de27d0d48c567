import type { languages as english } from '../en/languages.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const languages: SpanishOf<typeof english> = {
  further: 'Otros idiomas',
  furtherHelp:
    'A cada contacto se le habla en su idioma si el flujo lo tiene. Un texto sin traducir se dice en el idioma de los textos.',
  add: 'Añadir un idioma…',
  remove: 'Quitar {language}',
  missing: { one: '{count} texto sin traducir', other: '{count} textos sin traducir' },
  table: 'Traducciones',
  tableHelp:
    'Todos los textos que leen los contactos, con sus traducciones. Lo que escribes se guarda al momento.',
  none: 'Este flujo habla un solo idioma',
  openSettings: 'Añadir un idioma en los ajustes',
  onlyMissing: 'Solo lo que falta',
  allTranslated: 'Todo está traducido.',
  noTexts: 'Este flujo aún no dice nada.',
  step: 'Paso',
  cell: '{field} de «{title}» en {language}',
  missingHere: 'Sin traducir',
  showMore: { one: 'Mostrar {count} más', other: 'Mostrar {count} más' },
  export: 'Guardar como CSV',
  import: 'Leer un CSV',
  imported: {
    one: 'Se ha incorporado {count} traducción',
    other: 'Se han incorporado {count} traducciones',
  },
  unknownRows: {
    one: '{count} fila es de un texto que este flujo no tiene.',
    other: '{count} filas son de textos que este flujo no tiene.',
  },
  notATable: 'Esto no es una tabla de traducciones',
  notATableHelp: 'Su primera fila debe nombrar estas columnas: {columns}.',
  fieldsOf: 'Traducciones de {label}',
  fieldIn: '{label} en {language}',
  translated: 'Traducido',
  missingIn: 'Falta: {languages}',
}
