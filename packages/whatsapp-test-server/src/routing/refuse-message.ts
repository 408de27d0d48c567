import type { Client } from '../client.ts'
import type { Group } from '../groups/group.ts'
import { isGroupJid } from '../wire/jid.ts'
import { type BinaryNode, findChild } from '../wire/node.ts'

const FORBIDDEN = 403
/** What the real server was measured to answer (whatsmeow pull request 1235). */
const LEGACY_BUTTONS_REFUSED = 405
const BARE_INTERACTIVE_REFUSED = 479

/** The code with which the server refuses a message: by its own rules, or because a test wants it to. */
export function refusalFor(
  stanza: BinaryNode,
  client: Client,
  group: Group | undefined,
): number | undefined {
  const to = stanza.attrs.to ?? ''
  if (isGroupJid(to) && !group?.roles.has(client.account)) return FORBIDDEN
  const business = findChild(stanza, 'biz')
  const interactive = findChild(business, 'interactive')
  if (findChild(business, 'buttons')) return LEGACY_BUTTONS_REFUSED
  if (interactive && !findChild(interactive, 'native_flow')) return BARE_INTERACTIVE_REFUSED
  return client.network.troubles.takeRefusal({
    to: client.network.findAccount(to)?.number ?? to,
    isInteractive: interactive !== undefined,
  })
}
