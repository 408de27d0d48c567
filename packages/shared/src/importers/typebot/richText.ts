import { z } from 'zod'

/** A piece of Typebot's rich text: a leaf with words, or an element with pieces inside. */
interface Piece {
  readonly type?: string | undefined
  readonly text?: string | undefined
  readonly url?: string | undefined
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly strikethrough?: boolean | undefined
  readonly code?: boolean | undefined
  readonly children?: readonly Piece[] | undefined
}

const flag = z.boolean().optional().catch(undefined)
const piece: z.ZodType<Piece> = z.object({
  type: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  bold: flag,
  italic: flag,
  strikethrough: flag,
  code: flag,
  get children() {
    return z.array(piece).optional().catch(undefined)
  },
})

/** Deeper than this no editor nests, and recursion needs an end. */
const MAX_DEPTH = 20

/** Rich text as WhatsApp marks it: `*bold*`, `_italic_`, `~struck~`, lists and links as words. */
export function richTextToMarks(richText: unknown): string {
  if (depthOf(richText) > MAX_DEPTH * 2) return ''
  const pieces = z.array(piece).safeParse(richText)
  if (!pieces.success) return ''
  return pieces.data
    .map((each) => block(each, 0))
    .join('\n')
    .trim()
}

/** Counted before parsing, which goes as deep as the file does. */
function depthOf(value: unknown): number {
  let depth = 0
  let level: unknown[] = [value]
  while (level.length > 0 && depth <= MAX_DEPTH * 2) {
    depth += 1
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    )
  }
  return depth
}

function block(element: Piece, depth: number): string {
  const { type, children = [] } = element
  if (depth > MAX_DEPTH) return ''
  if (type === 'ul' || type === 'ol') {
    return children
      .map((item, index) => `${type === 'ul' ? '-' : `${index + 1}.`} ${block(item, depth + 1)}`)
      .join('\n')
  }
  if (children.some((child) => BLOCKS.has(child.type ?? ''))) {
    return children.map((child) => block(child, depth + 1)).join('\n')
  }
  return inline(element, depth)
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'li', 'lic', 'blockquote'])

function inline(element: Piece, depth: number): string {
  const { type, text, url, children = [] } = element
  if (depth > MAX_DEPTH) return ''
  if (text !== undefined && children.length === 0) return marked(text, element)
  const words = children.map((child) => inline(child, depth + 1)).join('')
  if (type !== 'a' || url === undefined || url === '') return words
  return words.trim() === '' || words === url ? url : `${words} (${url})`
}

/** The marks close to the words: `*bold *` would show its stars. */
function marked(text: string, { bold, italic, strikethrough, code }: Piece): string {
  const signs = [code && '```', strikethrough && '~', italic && '_', bold && '*'].filter(
    (sign): sign is string => typeof sign === 'string',
  )
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? []
  if (words === '' || signs.length === 0) return text
  return before + signs.reduce((inside, sign) => sign + inside + sign, words) + after
}
