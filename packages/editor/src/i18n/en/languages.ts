/** Flows in several languages. */
export const languages = {
  further: 'Further languages',
  furtherHelp:
    'Contacts are spoken to in their language when the flow has it. A text without a translation is said in the language of the texts.',
  add: 'Add a language…',
  remove: 'Remove {language}',
  missing: { one: '{count} text not translated', other: '{count} texts not translated' },
  table: 'Translations',
  tableHelp:
    'Every text that contacts read, with its translations. What you write is saved at once.',
  none: 'This flow speaks one language',
  openSettings: 'Add a language in the settings',
  onlyMissing: 'Missing only',
  allTranslated: 'Everything is translated.',
  noTexts: 'This flow says nothing yet.',
  step: 'Step',
  cell: '{field} of “{title}” in {language}',
  missingHere: 'Not translated yet',
  showMore: { one: 'Show {count} more', other: 'Show {count} more' },
  export: 'Save as CSV',
  import: 'Read a CSV',
  imported: {
    one: '{count} translation was taken over',
    other: '{count} translations were taken over',
  },
  unknownRows: {
    one: '{count} row is about a text that this flow does not have.',
    other: '{count} rows are about texts that this flow does not have.',
  },
  notATable: 'This is no table of translations',
  notATableHelp: 'Its first row should name these columns: {columns}.',
  fieldsOf: 'Translations of {label}',
  fieldIn: '{label} in {language}',
  translated: 'Translated',
  missingIn: 'Missing: {languages}',
} as const
