import type { Translation } from '../../../canvas/translationEdits.ts'
import { fromCsv, toCsv } from './csv.ts'
import type { FlowText } from './flowTexts.ts'

const NODE = 'node'
const KEY = 'text'
/** In the first column of texts that belong to the settings. */
const SETTINGS = 'settings'

/** The texts as a table for translators: what each is, then a column for each language. */
export const toTranslationFile = (
  texts: readonly FlowText[],
  own: string,
  languages: readonly string[],
): string =>
  toCsv([
    [NODE, KEY, own, ...languages],
    ...texts.map(({ nodeId, key, source, texts: translated }) => [
      nodeId ?? SETTINGS,
      key,
      source,
      ...languages.map((language) => translated[language] ?? ''),
    ]),
  ])

export type TranslationFile =
  | {
      readonly ok: true
      /** Only what differs from the flow. */
      readonly changes: readonly Translation[]
      /** Rows about texts that the flow does not have. */
      readonly unknownRows: number
    }
  | { readonly ok: false }

/** What a table changes. Columns of other languages than the flow's are left alone, and so are empty cells. */
export function readTranslationFile(
  file: string,
  texts: readonly FlowText[],
  languages: readonly string[],
): TranslationFile {
  const [header = [], ...rows] = fromCsv(file)
  const nodeColumn = columnOf(header, NODE)
  const keyColumn = columnOf(header, KEY)
  const columns = languages.flatMap((language) => {
    const column = columnOf(header, language)
    return column === -1 ? [] : [{ language, column }]
  })
  if (nodeColumn === -1 || keyColumn === -1 || columns.length === 0) return { ok: false }
  const known = new Map(texts.map((each) => [idOf(each.nodeId ?? SETTINGS, each.key), each]))
  const found = rows.map((row) => ({
    row,
    text: known.get(idOf(row[nodeColumn] ?? '', row[keyColumn] ?? '')),
  }))
  return {
    ok: true,
    unknownRows: found.filter(({ text }) => text === undefined).length,
    changes: found.flatMap(({ row, text }) =>
      text === undefined
        ? []
        : columns.flatMap(({ language, column }) => {
            const next = row[column] ?? ''
            if (next.trim() === '' || next === (text.texts[language] ?? '')) return []
            return [{ nodeId: text.nodeId, key: text.key, language, text: next }]
          }),
    ),
  }
}

const idOf = (nodeId: string, key: string): string => JSON.stringify([nodeId, key])

const columnOf = (header: readonly string[], name: string): number =>
  header.findIndex((cell) => cell.trim().toLowerCase() === name.toLowerCase())
