import {
  type ContentHeader,
  MAX_FILENAME_LENGTH,
  MAX_HEADER_LENGTH,
  MAX_URL_LENGTH,
} from '../content.ts'
import { spoken, type TemplateField } from './defineNode.ts'
import type { MediaSource, NodeHeader } from './fields.ts'

/** What the node types that send a message with a header, text and footer have in common. */
interface InteractiveData {
  readonly text: string
  readonly header: NodeHeader | null
  readonly footer: string
}

/** Renders a template to at most `max` UTF-16 units; a preview passes the template through. */
export type Render = (source: string, max?: number) => string

export const toMediaFields = (source: MediaSource, render: Render) =>
  source.type === 'upload'
    ? { mediaId: source.mediaId }
    : { url: render(source.url, MAX_URL_LENGTH) }

function toContentHeader(header: NodeHeader, render: Render): ContentHeader {
  if (header.type === 'text') return { type: 'text', text: render(header.text, MAX_HEADER_LENGTH) }
  const media = toMediaFields(header.source, render)
  if (header.type !== 'document' || header.filename === '') return { type: header.type, ...media }
  return { type: 'document', ...media, filename: render(header.filename, MAX_FILENAME_LENGTH) }
}

/** Header, text and footer as content has them: what is empty is left out. */
export function toInteractiveFields({ text, header, footer }: InteractiveData, render: Render) {
  if (header === null && footer === '') return { text: render(text) }
  const renderedFooter = render(footer, MAX_HEADER_LENGTH)
  return {
    text: render(text),
    ...(header === null ? {} : { header: toContentHeader(header, render) }),
    ...(renderedFooter === '' ? {} : { footer: renderedFooter }),
  }
}

export const mediaTemplates = (
  source: MediaSource,
  path: readonly (string | number)[],
): readonly TemplateField[] =>
  source.type === 'url' ? [{ path: [...path, 'url'], source: source.url }] : []

export function interactiveTemplates(data: InteractiveData): readonly TemplateField[] {
  const { text, header, footer } = data
  return [
    spoken(['text'], text),
    spoken(['footer'], footer),
    ...(header === null
      ? []
      : header.type === 'text'
        ? [spoken(['header', 'text'], header.text)]
        : mediaTemplates(header.source, ['header', 'source'])),
    ...(header?.type === 'document'
      ? [{ path: ['header', 'filename'], source: header.filename }]
      : []),
  ]
}

/** Leaves a template as it is. */
export const unrendered: Render = (source) => source
