import type { proto } from '@whiskeysockets/baileys'
import { type BinaryNode, findChild } from '../../wire/node.ts'
import type { ReceivedButton, ReceivedSection } from '../received-message.ts'
import type { Description } from './describe-message.ts'

/** Names under which phones are known to show a native flow; others are dropped without a word. */
const SHOWN_FLOW_NAMES = new Set(['mixed', 'cta_url', 'cta_call', 'cta_copy', 'payment_info'])

/** Buttons, lists and links of a native flow message. */
export function describeInteractive(
  { header, body, footer, nativeFlowMessage }: proto.Message.IInteractiveMessage,
  stanza: BinaryNode,
): Description {
  const flowButtons = (nativeFlowMessage?.buttons ?? []).map(readFlowButton)
  const notShownBecause = whyNotShown(stanza, flowButtons)
  return {
    type: 'interactive',
    text: body?.text ?? '',
    title: header?.title ?? '',
    footer: footer?.text ?? '',
    buttons: flowButtons.map(({ button }) => button),
    sections: flowButtons.flatMap(({ sections }) => sections),
    ...(notShownBecause !== undefined && { notShownBecause }),
  }
}

interface FlowButton {
  button: ReceivedButton
  sections: ReceivedSection[]
  isReadable: boolean
}

const KINDS: Record<string, ReceivedButton['kind']> = {
  quick_reply: 'reply',
  cta_url: 'url',
  cta_call: 'call',
  cta_copy: 'copy',
  single_select: 'list',
}

function readFlowButton({
  name,
  buttonParamsJson,
}: proto.Message.InteractiveMessage.NativeFlowMessage.INativeFlowButton): FlowButton {
  const kind = KINDS[name ?? ''] ?? 'other'
  const parameters = parseObject(buttonParamsJson ?? '')
  if (!parameters) {
    return { button: { kind, id: '', title: '' }, sections: [], isReadable: false }
  }
  const button: ReceivedButton = {
    kind,
    id: stringAt(parameters, 'id'),
    title: stringAt(parameters, kind === 'list' ? 'title' : 'display_text'),
    ...(kind === 'url' && { url: stringAt(parameters, 'url') }),
    ...(kind === 'call' && { phoneNumber: stringAt(parameters, 'phone_number') }),
    ...(kind === 'copy' && { copyCode: stringAt(parameters, 'copy_code') }),
  }
  return { button, sections: objectsAt(parameters, 'sections').map(readSection), isReadable: true }
}

function readSection(section: JsonObject): ReceivedSection {
  const rows = objectsAt(section, 'rows').map((row) => ({
    id: stringAt(row, 'id'),
    title: stringAt(row, 'title'),
    description: stringAt(row, 'description'),
  }))
  return { title: stringAt(section, 'title'), rows }
}

/** Phones show a native flow only if the stanza announces it, beside the encrypted message. */
function whyNotShown(stanza: BinaryNode, buttons: FlowButton[]): string | undefined {
  const interactive = findChild(findChild(stanza, 'biz'), 'interactive')
  if (!interactive) return 'The stanza has no <biz><interactive>'
  if (interactive.attrs.type !== 'native_flow') return 'The <interactive> is not a native flow'
  const name = findChild(interactive, 'native_flow')?.attrs.name ?? ''
  if (!SHOWN_FLOW_NAMES.has(name)) return `Native flows named "${name}" are not shown`
  if (buttons.length === 0) return 'The native flow has no buttons'
  if (buttons.some(({ isReadable }) => !isReadable))
    return 'A button has parameters that are no JSON'
  return undefined
}

type JsonObject = Record<string, unknown>

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseObject(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function stringAt(object: JsonObject, name: string): string {
  const value = object[name]
  return typeof value === 'string' ? value : ''
}

function objectsAt(object: JsonObject, name: string): JsonObject[] {
  const value = object[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}
