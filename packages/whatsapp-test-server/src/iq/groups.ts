import type { Account } from '../accounts/account.ts'
import type { Client } from '../client.ts'
import { createGroup } from '../groups/create-group.ts'
import type { Group } from '../groups/group.ts'
import { addMembers, changeRoles, removeMembers, renameGroup } from '../groups/membership.ts'
import {
  type BinaryNode,
  children,
  element,
  findChild,
  firstChild,
  requireAttribute,
  requireChild,
  textOf,
} from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

const NOT_FOUND = { code: 404, text: 'item-not-found' }
const FORBIDDEN = { code: 403, text: 'forbidden' }

/** `w:g2`: groups. Requests about no group in particular, and those that a member makes about one. */
export const groups: NamespaceHandlers = {
  'set/create': (request, client) => {
    const creation = firstChild(request)
    const members = children(creation).flatMap(({ attrs }) => {
      const account = client.network.findAccount(attrs.jid ?? '')
      return account ? [account] : []
    })
    const group = createGroup(client.network, {
      subject: requireAttribute(creation, 'subject'),
      owner: client.account,
      members,
    })
    client.answer(request, [group.node()])
    const { key } = creation.attrs
    group.announce(client.account, element('create', { type: 'new', key }, [group.node()]))
  },

  'get/participating': (request, client) => {
    const own = [...client.network.groups.values()].filter(({ roles }) => roles.has(client.account))
    const nodes = own.map((group) => group.node())
    client.answer(request, [element('groups', {}, nodes)])
  },

  'set/leave': (request, client) => {
    const id = requireAttribute(requireChild(firstChild(request), 'group'), 'id')
    const group = client.network.groups.get(id.includes('@') ? id : `${id}@g.us`)
    if (!group) return client.refuse(request, NOT_FOUND)
    removeMembers(group, client.account, [client.account])
    client.answer(request, [element('leave', {}, [element('group', { id: group.jid })])])
  },

  'get/invite': (request, client) => answerInvite(request, client),
  'set/invite': (request, client) => answerInvite(request, client),

  'get/query': asMember(({ request, client, group }) => client.answer(request, [group.node()])),
  'set/add': asAdmin(changeMembers),
  'set/remove': asAdmin(changeMembers),
  'set/promote': asAdmin(changeMembers),
  'set/demote': asAdmin(changeMembers),

  'set/subject': asMember(({ request, client, group }) => {
    client.answer(request)
    renameGroup(group, client.account, textOf(firstChild(request)))
  }),

  'set/description': asMember(({ request, client, group }) => {
    const body = findChild(firstChild(request), 'body')
    group.description = body && textOf(body)
    client.answer(request)
    const content = body ? element('body', {}, Buffer.from(textOf(body))) : element('delete')
    group.announce(client.account, element('description', { id: 'description' }, [content]))
  }),

  'set/announcement': asAdmin(changeSetting),
  'set/not_announcement': asAdmin(changeSetting),
  'set/locked': asAdmin(changeSetting),
  'set/unlocked': asAdmin(changeSetting),
}

interface GroupRequest {
  request: BinaryNode
  client: Client
  group: Group
}

type GroupRequestHandler = (request: BinaryNode, client: Client) => void

function asMember(handle: (groupRequest: GroupRequest) => void): GroupRequestHandler {
  return (request, client) => {
    const group = client.network.groups.get(request.attrs.to ?? '')
    if (!group) return client.refuse(request, NOT_FOUND)
    if (!group.roles.has(client.account)) return client.refuse(request, FORBIDDEN)
    handle({ request, client, group })
  }
}

function asAdmin(handle: (groupRequest: GroupRequest) => void): GroupRequestHandler {
  return asMember((groupRequest) => {
    const { request, client, group } = groupRequest
    if (!group.isAdmin(client.account)) return client.refuse(request, FORBIDDEN)
    handle(groupRequest)
  })
}

/** One request carries several people, and each gets an answer of his own. */
function changeMembers({ request, client, group }: GroupRequest): void {
  const change = firstChild(request)
  const accepted: Account[] = []
  const answers = children(change).map(({ attrs }) => {
    const account = client.network.findAccount(attrs.jid ?? '')
    const error = refusalFor(change.tag, account, group)
    if (account && !error) accepted.push(account)
    return element('participant', { jid: attrs.jid, error })
  })
  client.answer(request, [element(change.tag, {}, answers)])
  if (change.tag === 'add') addMembers(group, client.account, accepted)
  else if (change.tag === 'remove') removeMembers(group, client.account, accepted)
  else if (change.tag === 'promote' || change.tag === 'demote') {
    changeRoles(group, client.account, { accounts: accepted, to: change.tag })
  }
}

function refusalFor(change: string, account: Account | undefined, group: Group) {
  if (!account) return 404
  if (change === 'add') return group.roles.has(account) ? 409 : undefined
  return group.roles.has(account) ? undefined : 404
}

/** Settings change nothing here; the members are told. */
function changeSetting({ request, client, group }: GroupRequest): void {
  client.answer(request)
  group.announce(client.account, element(firstChild(request).tag))
}

/** With a code: look at a group or join it. Without: read or renew the code of one's own group. */
function answerInvite(request: BinaryNode, client: Client): void {
  const { code } = firstChild(request).attrs
  if (code === undefined) return ownInvite(request, client)
  const group = [...client.network.groups.values()].find(({ inviteCode }) => inviteCode === code)
  if (!group) return client.refuse(request, NOT_FOUND)
  if (request.attrs.type === 'get') return client.answer(request, [group.node()])
  addMembers(group, client.account, [client.account])
  client.answer(request, [element('group', { jid: group.jid })])
}

const ownInvite = asMember(({ request, client, group }) => {
  if (request.attrs.type === 'set') group.renewInviteCode()
  client.answer(request, [element('invite', { code: group.inviteCode })])
})
