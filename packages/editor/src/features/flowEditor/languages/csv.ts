/** Tables as text, as spreadsheets read and write them (RFC 4180). */

/** What a spreadsheet would take for a formula, and run. */
const FORMULA = /^[=+\-@\t\r]/u
/** An apostrophe makes a spreadsheet show a cell as it is. */
const GUARD = "'"
/** Spreadsheets take a file without it for one in an old encoding. */
const BYTE_ORDER_MARK = '\uFEFF'

export const toCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(toCell).join(',')).join('\r\n') + '\r\n'

function toCell(text: string): string {
  // An apostrophe that was there before a formula's sign gets a second one, so that reading takes away only ours.
  const safe = FORMULA.test(text) || /^'+[=+\-@\t\r]/u.test(text) ? GUARD + text : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** The cells of a table; separated by commas, semicolons or tabs, whichever its first line has most of. */
export function fromCsv(text: string): readonly (readonly string[])[] {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const separator = separatorOf(source)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < source.length) {
    const cell = readCell(source, at, separator)
    row.push(fromCell(cell.text))
    at = cell.end
    if (source[at] === separator) {
      at += 1
      if (at < source.length) continue
      row.push('')
    }
    rows.push(row)
    row = []
    if (source[at] === '\r') at += 1
    if (source[at] === '\n') at += 1
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

const fromCell = (text: string): string =>
  /^'+[=+\-@\t\r]/u.test(text) ? text.slice(GUARD.length) : text

function separatorOf(source: string): string {
  const [first = ''] = source.split(/\r?\n/u, 1)
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function readCell(source: string, from: number, separator: string): { text: string; end: number } {
  if (source[from] !== '"') {
    let end = from
    while (end < source.length && source[end] !== separator && !/[\r\n]/u.test(source[end] ?? '')) {
      end += 1
    }
    return { text: source.slice(from, end), end }
  }
  let text = ''
  let at = from + 1
  for (;;) {
    const quote = source.indexOf('"', at)
    // A quote that is never closed ends with the file.
    if (quote === -1) return { text: text + source.slice(at), end: source.length }
    text += source.slice(at, quote)
    if (source[quote + 1] !== '"') return { text, end: endOfCell(source, quote + 1, separator) }
    text += '"'
    at = quote + 2
  }
}

/** Whatever stands behind a closing quote is no part of the cell. */
function endOfCell(source: string, from: number, separator: string): number {
  let end = from
  while (end < source.length && source[end] !== separator && !/[\r\n]/u.test(source[end] ?? '')) {
    end += 1
  }
  return end
}
