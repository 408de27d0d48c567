import { Fragment } from 'react'
import { cn } from '../cn.ts'
import { type Block, type Inline, parseFormatting } from './parseFormatting.ts'

/** A message's text with WhatsApp's formatting. Each line takes the direction of its own script. */
export function FormattedText({ text, className }: { text: string; className?: string }) {
  return (
    <div className={cn('break-words [overflow-wrap:anywhere]', className)}>
      {parseFormatting(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'code':
      return (
        <pre className="my-1 overflow-x-auto rounded bg-bubble-ink/8 px-2 py-1 font-mono text-[0.8125em] whitespace-pre-wrap">
          {block.text}
        </pre>
      )
    case 'quote':
      return (
        <blockquote
          dir="auto"
          className="my-0.5 border-s-2 border-bubble-meta ps-2 text-bubble-meta"
        >
          <Inlines inlines={block.children} />
        </blockquote>
      )
    case 'bullet':
    case 'numbered':
      return (
        <p dir="auto" className="flex gap-2 ps-1 text-start">
          <span aria-hidden={block.type === 'bullet'}>
            {block.type === 'bullet' ? '•' : `${block.number}.`}
          </span>
          <span className="min-w-0 flex-1">
            <Inlines inlines={block.children} />
          </span>
        </p>
      )
    default:
      return (
        <p dir="auto" className="min-h-[1lh] text-start whitespace-pre-wrap">
          <Inlines inlines={block.children} />
        </p>
      )
  }
}

const Inlines = ({ inlines }: { inlines: readonly Inline[] }) =>
  inlines.map((inline, index) => (
    <Fragment key={index}>
      <InlineView inline={inline} />
    </Fragment>
  ))

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return inline.text
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
    case 'code':
      return (
        <code className="rounded bg-bubble-ink/8 px-1 font-mono text-[0.875em]">{inline.text}</code>
      )
    default:
      return (
        <a
          href={inline.href}
          target="_blank"
          rel="noreferrer noopener"
          className="text-bubble-link underline underline-offset-2"
        >
          {inline.text}
        </a>
      )
  }
}
