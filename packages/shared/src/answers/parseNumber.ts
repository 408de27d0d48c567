import { toAsciiDigits } from '../choices.ts'

const CURRENCY = /(?:\p{Sc}|R\$|US\$|[A-Z]{3}\b|\b[A-Z]{3})/gu
const SIGNED = /^([+\-−]?)(\d[\d.,]*)$/u
/** 1,234,567 and the Indian 12,34,567. */
const GROUPED = /^\d{1,3}(?:\d{2,3})*$/

/**
 * A number as people write it: "1.234,5", "1,234.5", "1 234,50 €", "١٢٫٥". Where "1.234" could be both, the language
 * decides. Null when it is anything else.
 */
export function parseNumber(text: string, language: string): number | null {
  const plain = toAsciiDigits(text.normalize('NFKC'))
    .replace(/٫/g, ',')
    .replace(/٬/g, '')
    .replace(CURRENCY, ' ')
    .trim()
    .replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '')
    .replace(/^([+\-−])\s+/u, '$1')
  const [, sign, digits] = SIGNED.exec(plain.trim()) ?? []
  if (digits === undefined) return null
  const value = readDigits(digits, language)
  return value === null ? null : sign === '' || sign === '+' ? value : -value
}

function readDigits(digits: string, language: string): number | null {
  const lastDot = digits.lastIndexOf('.')
  const lastComma = digits.lastIndexOf(',')
  if (lastDot === -1 && lastComma === -1) return toNumber(digits, '')
  if (lastDot !== -1 && lastComma !== -1) {
    const decimal = lastDot > lastComma ? '.' : ','
    return readWith(digits, decimal, decimal === '.' ? ',' : '.')
  }
  const separator = lastDot === -1 ? ',' : '.'
  const parts = digits.split(separator)
  if (parts.length > 2) return readGroups(parts, '')
  const [whole = '', fraction = ''] = parts
  const couldBeGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  return couldBeGroup && separator !== decimalSeparatorOf(language)
    ? readGroups(parts, '')
    : toNumber(whole, fraction)
}

function readWith(digits: string, decimal: string, group: string): number | null {
  const [whole = '', fraction = '', ...rest] = digits.split(decimal)
  return rest.length > 0 ? null : readGroups(whole.split(group), fraction)
}

/** "1", "234", "567": every group but the first has three digits, or two as in India. */
function readGroups(groups: readonly string[], fraction: string): number | null {
  const [first = '', ...others] = groups
  const last = others.at(-1)
  const isGrouped =
    others.length === 0 ||
    (GROUPED.test(first) &&
      last?.length === 3 &&
      others.slice(0, -1).every((group) => /^\d{2,3}$/.test(group)))
  return isGrouped ? toNumber(groups.join(''), fraction) : null
}

function toNumber(whole: string, fraction: string): number | null {
  if (whole === '' || whole.length > 15 || !/^\d*$/.test(fraction)) return null
  return Number(fraction === '' ? whole : `${whole}.${fraction}`)
}

const separators = new Map<string, string>()

function decimalSeparatorOf(language: string): string {
  const known = separators.get(language)
  if (known !== undefined) return known
  const separator = findSeparator(language)
  separators.set(language, separator)
  return separator
}

function findSeparator(language: string): string {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(1.1)
    return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
  } catch {
    return '.'
  }
}
