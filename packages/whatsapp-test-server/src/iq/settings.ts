import { unixSeconds } from '../wire/bytes.ts'
import { children, element, firstChild } from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

/** `abt`: feature switches. One is enough to make a valid answer. */
export const featureSwitches: NamespaceHandlers = {
  'get/props': (request, client) =>
    client.answer(request, [
      element('props', { protocol: 1, hash: 'test', refresh: 86_400, ab_key: 'test' }, [
        element('prop', { config_code: 10_518, config_value: 1 }),
      ]),
    ]),
}

/** `blocklist`: nobody is blocked. */
export const blocklist: NamespaceHandlers = {
  'get/': (request, client) =>
    client.answer(request, [element('list', { dhash: unixSeconds() }, [])]),
}

const PRIVACY_CATEGORIES = [
  'readreceipts',
  'last',
  'online',
  'profile',
  'status',
  'groupadd',
  'calladd',
  'messages',
]

/** `privacy`: everything is open to everybody, and trust tokens are taken as they come. */
export const privacy: NamespaceHandlers = {
  'get/privacy': (request, client) =>
    client.answer(request, [
      element(
        'privacy',
        {},
        PRIVACY_CATEGORIES.map((name) => element('category', { name, value: 'all' })),
      ),
    ]),
  'set/privacy': (request, client) => client.answer(request),
  'set/tokens': (request, client) => {
    const tokens = children(firstChild(request)).map(({ attrs }) =>
      element('token', { jid: attrs.jid, t: attrs.t, type: 'trusted_contact' }),
    )
    client.answer(request, [element('tokens', {}, tokens)])
  },
}

/** Statistics and marks of what is stale: thanks, and nothing follows. */
export const statistics: NamespaceHandlers = {
  'set/add': (request, client) => client.answer(request),
  'undefined/add': (request, client) => client.answer(request),
}

export const dirtyMarks: NamespaceHandlers = {
  'set/clean': (request, client) => client.answer(request),
}
