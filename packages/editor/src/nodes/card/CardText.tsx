import { Fragment, type ReactNode } from 'react'
import { type Block, type Inline, parseFormatting } from '../../ui/message/parseFormatting.ts'

/** A message's words as the contact will see them, with its {{ places }} marked. Lines stay lines; links lead nowhere. */
export const CardText = ({ text }: { text: string }) =>
  parseFormatting(text).map((block, index) => (
    <Fragment key={index}>
      {index > 0 && '\n'}
      {prefixOf(block)}
      {block.type === 'code' ? <Places text={block.text} /> : <Inlines inlines={block.children} />}
    </Fragment>
  ))

function prefixOf(block: Block): string {
  if (block.type === 'bullet') return '• '
  return block.type === 'numbered' ? `${block.number}. ` : ''
}

const Inlines = ({ inlines }: { inlines: readonly Inline[] }): ReactNode =>
  inlines.map((inline, index) => (
    <Fragment key={index}>
      <InlineView inline={inline} />
    </Fragment>
  ))

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case 'bold':
      return (
        <strong className="font-semibold">
          <Inlines inlines={inline.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.children} />
        </s>
      )
    case 'link':
      return <span className="text-bubble-link underline">{inline.text}</span>
    default:
      return <Places text={inline.text} />
  }
}

/** A text whose {{ places }} and {% conditions %} are marked. */
export function Places({ text }: { text: string }) {
  if (!text.includes('{{') && !text.includes('{%')) return text
  return text.split(/(\{\{.*?\}\}|\{%.*?%\})/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="rounded bg-bubble-ink/8 px-1 font-mono text-xs text-bubble-link">
        {part.slice(2, -2).trim()}
      </span>
    ),
  )
}
