import { type Converted, type FlowBuilder, NOTHING } from './FlowBuilder.ts'
import { richTextToMarks } from './richText.ts'
import { type TypebotBlock, textIn } from './typebotFile.ts'

/** What Typebot calls bubbles: blocks that send something and go on. */

/** The words of a text bubble, as Liquid. */
export function wordsOf({ content }: TypebotBlock, builder: FlowBuilder): string {
  const marked = richTextToMarks(content?.['richText'])
  return builder.text(marked === '' ? textIn(content, 'plainText') : marked)
}

export function convertText(block: TypebotBlock, builder: FlowBuilder): Converted {
  const text = wordsOf(block, builder)
  if (text.trim() === '') {
    builder.changed(null, 'textEmpty')
    return NOTHING
  }
  return going(builder.add('text', { text }))
}

export function convertImage(block: TypebotBlock, builder: FlowBuilder): Converted {
  const sent = sendFile(block, builder, 'image')
  if (sent.entry !== null && textIn(toLink(block), 'url') !== '') {
    builder.changed(sent.entry, 'imageLink')
  }
  return sent
}

const toLink = ({ content }: TypebotBlock) => {
  const link = content?.['clickLink']
  return typeof link === 'object' && link !== null ? { ...link } : undefined
}

export const convertAudio = (block: TypebotBlock, builder: FlowBuilder): Converted =>
  sendFile(block, builder, 'audio')

export function convertVideo(block: TypebotBlock, builder: FlowBuilder): Converted {
  const kind = textIn(block.content, 'type')
  if (kind === '' || kind === 'url') return sendFile(block, builder, 'video')
  return sendLink(block, builder, 'videoAsLink')
}

export const convertEmbed = (block: TypebotBlock, builder: FlowBuilder): Converted =>
  sendLink(block, builder, 'embedAsLink')

/** Pages and addresses that only exist inside Typebot's builder cannot be fetched when sending. */
const MAX_ADDRESS_LENGTH = 8_000
const isAddress = (url: string): boolean =>
  /^(https?:\/\/|\{\{)/iu.test(url) && url.length <= MAX_ADDRESS_LENGTH

function sendFile(
  { content }: TypebotBlock,
  builder: FlowBuilder,
  kind: 'image' | 'video' | 'audio',
): Converted {
  const url = builder.text(textIn(content, 'url')).trim()
  if (!isAddress(url)) {
    builder.notMapped(null, 'noAddress')
    return NOTHING
  }
  return going(builder.add('media', { kind, source: { type: 'url', url } }))
}

function sendLink(
  { content }: TypebotBlock,
  builder: FlowBuilder,
  code: 'embedAsLink' | 'videoAsLink',
): Converted {
  const url = builder.text(textIn(content, 'url')).trim()
  if (!isAddress(url)) {
    builder.notMapped(null, 'noAddress')
    return NOTHING
  }
  const nodeId = builder.add('text', { text: url })
  builder.changed(nodeId, code)
  return going(nodeId)
}

/** A node that simply goes on. */
export const going = (nodeId: string): Converted => ({
  entry: nodeId,
  exits: [{ nodeId, handle: 'next' }],
  branches: [],
})
