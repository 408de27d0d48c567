import type { Content } from '@parley/shared'
import { invalidField } from '../../errors.ts'
import { required, titled, toAddress } from './fields.ts'
import type { Interactive, MessageRequest, ReplyButton, Row } from './schema.ts'

/** WhatsApp's limits, which whatomate's documents and source name; characters are code points. */
const MAX_BUTTONS = 3
const MAX_BUTTON_TITLE = 20
const MAX_ROWS = 10
const MAX_ROW_TITLE = 24

/** @throws {ApiError} naming what is wrong with the request. */
export function toContent(request: MessageRequest): Content {
  switch (request.type) {
    case 'text': {
      const { text: given, content } = request
      const text = typeof given === 'string' ? given : given?.body
      return { type: 'text', text: required('text', text ?? content?.text ?? content?.body) }
    }
    case 'interactive':
      if (request.interactive) return toInteractive(request.interactive)
      throw invalidField('interactive', 'is required')
    default:
      throw invalidField(
        'type',
        'must be text or interactive; files and templates have paths of their own',
      )
  }
}

function toInteractive(interactive: Interactive): Content {
  const { header, footer, action } = interactive
  const text = required('interactive.body', wordsOf(interactive.body))
  const headerText = wordsOf(header)
  const footerText = wordsOf(footer)
  const words = {
    text,
    ...(headerText && { header: { type: 'text' as const, text: headerText } }),
    ...(footerText && { footer: footerText }),
  }
  switch (interactive.type) {
    case 'button':
      return {
        type: 'buttons',
        ...words,
        buttons: toButtons(interactive.buttons ?? action?.buttons),
      }
    case 'cta_url': {
      const buttonText = interactive.button_text ?? action?.parameters?.display_text
      return {
        type: 'ctaUrl',
        ...words,
        buttonText: titled('interactive.button_text', buttonText, MAX_BUTTON_TITLE),
        url: toAddress('interactive.url', interactive.url ?? action?.parameters?.url),
      }
    }
    case 'list':
      return { type: 'list', ...words, ...toList(interactive) }
    default:
      throw invalidField('interactive.type', 'must be button, list or cta_url')
  }
}

function toButtons(given: readonly ReplyButton[] | null | undefined) {
  if (!given || given.length === 0) throw invalidField('interactive.buttons', 'is required')
  if (given.length > MAX_BUTTONS) {
    throw invalidField('interactive.buttons', `must be at most ${MAX_BUTTONS}; use a list for more`)
  }
  const buttons = given.map(({ id, title, reply }, index) => {
    const field = `interactive.buttons.${index}.title`
    const shown = titled(field, title ?? reply?.title, MAX_BUTTON_TITLE)
    return { id: id || reply?.id || shown, title: shown }
  })
  requireDistinct('interactive.buttons', buttons)
  return buttons
}

/** A list is given in sections, in rows, or in buttons that are too many for buttons. */
function toList({ sections, rows, buttons, button_text: buttonText, action }: Interactive) {
  const bare = rows ?? buttons?.map(({ id, title = '' }) => ({ id, title }))
  const given = sections ?? action?.sections ?? (bare ? [{ rows: bare }] : [])
  const all = given.flatMap((section) => section.rows)
  if (all.length === 0) throw invalidField('interactive.sections', 'must have rows')
  if (all.length > MAX_ROWS) {
    throw invalidField('interactive.sections', `must have at most ${MAX_ROWS} rows in all`)
  }
  const toSections = given.map(({ rows, ...section }, index) => ({
    ...('title' in section && section.title && { title: section.title }),
    rows: rows.map((row, place) => toRow(row, `interactive.sections.${index}.rows.${place}`)),
  }))
  requireDistinct(
    'interactive.sections',
    toSections.flatMap((section) => section.rows),
  )
  const label = buttonText ?? action?.button ?? 'Options'
  return {
    buttonText: titled('interactive.button_text', label, MAX_BUTTON_TITLE),
    sections: toSections,
  }
}

function toRow({ id, title, description }: Row, field: string) {
  const shown = titled(`${field}.title`, title, MAX_ROW_TITLE)
  return { id: id || shown, title: shown, ...(description && { description }) }
}

function requireDistinct(field: string, options: readonly { readonly id: string }[]): void {
  if (new Set(options.map(({ id }) => id)).size === options.length) return
  throw invalidField(field, 'must have ids that differ from each other')
}

const wordsOf = (given: string | { readonly text: string } | null | undefined) =>
  typeof given === 'string' ? given : given?.text
