import { randomBytes } from 'node:crypto'
import type { Account } from '../accounts/account.ts'
import type { Network } from '../network.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { isLidJid, numberJid } from '../wire/jid.ts'
import {
  type BinaryNode,
  children,
  element,
  findChild,
  firstChild,
  requireChild,
  textOf,
} from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

/** `usync`: who is on WhatsApp, under which LID, with which devices. */
export const userSync: NamespaceHandlers = {
  'get/usync': (request, client) => {
    const query = firstChild(request)
    const protocols = children(requireChild(query, 'query')).map(({ tag }) => tag)
    const users = children(requireChild(query, 'list')).map((user) =>
      answerFor(user, protocols, client.network),
    )
    const { sid, mode, context } = query.attrs
    client.answer(request, [
      element('usync', { sid, index: 0, last: 'true', mode, context }, [
        element(
          'result',
          {},
          protocols.map((protocol) => element(protocol)),
        ),
        element('list', {}, users),
      ]),
    ])
  },
}

interface Question {
  /** The jid that was asked for; the answer repeats it. */
  jid: string
  /** Digits of the number when the question was "is this number on WhatsApp". */
  number: string
  account: Account | undefined
  network: Network
}

function answerFor(user: BinaryNode, protocols: string[], network: Network): BinaryNode {
  const number = textOf(findChild(user, 'contact')).replace(/\D/g, '')
  const jid = user.attrs.jid ?? numberJid(number)
  const question = { jid, number, account: network.findAccount(jid), network }
  const answers = protocols.flatMap((protocol) => protocolAnswers[protocol]?.(question) ?? [])
  return element('user', { jid }, answers)
}

/** What each protocol of a query says of a user. Nothing is known of users who do not exist. */
const protocolAnswers: Record<string, (question: Question) => BinaryNode | undefined> = {
  contact: ({ account, number }) =>
    element('contact', { type: account ? 'in' : 'out' }, Buffer.from(`+${number}`)),

  devices: ({ account }) => account && deviceList(account),

  // Asked for a LID the server keeps silent: a mapping from a LID to itself would be an error.
  lid: ({ account, jid, network }) =>
    account && !isLidJid(jid) && !network.troubles.withholdLids
      ? element('lid', { val: account.lidJid })
      : undefined,

  status: ({ account }) =>
    account && element('status', { t: unixSeconds() }, Buffer.from(account.about)),

  disappearing_mode: ({ account }) =>
    account && element('disappearing_mode', { duration: 0, t: 0 }),
}

/** The phone is device 0. Clients ignore other devices that come without a key index. */
function deviceList(account: Account): BinaryNode {
  const devices = [...account.linkedDevices.values()].map(({ id }) =>
    element('device', { id, 'key-index': id }),
  )
  return element('devices', {}, [
    element('device-list', {}, [element('device', { id: 0 }), ...devices]),
    element('key-index-list', { ts: unixSeconds() }, randomBytes(8)),
  ])
}
