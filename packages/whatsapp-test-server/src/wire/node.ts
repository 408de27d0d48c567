import type { BinaryNode } from '@whiskeysockets/baileys'

export type { BinaryNode }

/** A client or a test spoke in a way that the protocol does not allow. */
export class ProtocolError extends Error {
  override name = 'ProtocolError'
}

/** Builds a stanza. Attributes that are undefined are left out, as the wire format cannot carry them. */
export function element(
  tag: string,
  attributes: Record<string, string | number | undefined> = {},
  content?: BinaryNode['content'],
): BinaryNode {
  const attrs: BinaryNode['attrs'] = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) attrs[name] = String(value)
  }
  return content === undefined ? { tag, attrs } : { tag, attrs, content }
}

export function children(node: BinaryNode | undefined): BinaryNode[] {
  return Array.isArray(node?.content) ? node.content : []
}

export function findChild(node: BinaryNode | undefined, tag: string): BinaryNode | undefined {
  return children(node).find((candidate) => candidate.tag === tag)
}

/** @throws {ProtocolError} when `node` has no child `tag`. */
export function requireChild(node: BinaryNode | undefined, tag: string): BinaryNode {
  const found = findChild(node, tag)
  if (!found) throw new ProtocolError(`<${node?.tag ?? '?'}> has no <${tag}>`)
  return found
}

/** The first child decides what a request means, so a request without one is read as an empty element. */
export function firstChild(node: BinaryNode): BinaryNode {
  return children(node)[0] ?? element('')
}

/**
 * Content as bytes. Short content that looks like a token or a number is decoded as a string, so both
 * forms have to be accepted wherever bytes are expected.
 */
export function bytesOf(node: BinaryNode | undefined): Buffer {
  const content = node?.content
  if (content === undefined || Array.isArray(content)) return Buffer.alloc(0)
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
}

export function textOf(node: BinaryNode | undefined): string {
  const content = node?.content
  return typeof content === 'string' ? content : bytesOf(node).toString()
}

/** @throws {ProtocolError} when the attribute is missing. */
export function requireAttribute(node: BinaryNode, name: string): string {
  const value = node.attrs[name]
  if (value === undefined) throw new ProtocolError(`<${node.tag}> has no attribute ${name}`)
  return value
}
