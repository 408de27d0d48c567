import { randomBytes } from 'node:crypto'

/** Message ids of phones begin with 3A, so that Baileys takes them for those of a phone. */
export function newMessageId(): string {
  return `3A${randomBytes(9).toString('hex').toUpperCase()}`
}
