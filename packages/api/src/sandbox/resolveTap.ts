import {
  type Content,
  type ContentOf,
  foldText,
  type InboundContent,
  parseToken,
} from '@parley/shared'

interface Option {
  readonly id: string
  readonly title: string
}

/**
 * Makes a tap exact. A tester may know only the title of a button, or the id that its author gave it; the phone of a
 * customer would send back the token that the message carried. `recent` are the messages that the customer has got, the
 * newest first: the newest one with a fitting option counts.
 */
export function resolveTap(
  tap: Extract<InboundContent, { type: 'tap' }>,
  recent: readonly { readonly shown: readonly Content[] }[],
): InboundContent {
  for (const { shown } of recent) {
    const option = findOption(shown.flatMap(optionsOf), tap)
    if (option) return { ...tap, id: option.id, title: option.title }
  }
  return tap
}

function findOption(options: readonly Option[], { id, title }: { id: string; title: string }) {
  const exact =
    options.find((option) => option.id === id) ??
    // The id of a button in its flow is the last part of its token.
    options.find((option) => id !== '' && parseToken(option.id)?.key === id)
  // A token that fits nothing is a tap on an old message, and stays one.
  if (exact || parseToken(id)) return exact
  const words = foldText(title === '' ? id : title)
  return options.find((option) => foldText(option.title) === words)
}

function optionsOf(content: Content): readonly Option[] {
  switch (content.type) {
    case 'buttons':
      return content.buttons
    case 'list':
      return content.sections.flatMap(({ rows }) => rows)
    case 'template':
      return templateOptions(content)
    default:
      return []
  }
}

const templateOptions = ({ buttons = [] }: ContentOf<'template'>): readonly Option[] =>
  buttons.flatMap((button) => (button.type === 'quickReply' ? [button] : []))
