import type { MembershipResult, NumberLine } from '@parley/runtime/pipeline'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ok } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { chooseNumber } from '../../sending/chooseNumber.ts'
import {
  createGroupRequest,
  groupLeft,
  groupList,
  leaveRequest,
  newGroup,
  oneGroup,
  onWhatsApp,
  participantList,
  participantResults,
  participantsRequest,
  sessionQuery,
} from './groupSchema.ts'
import { presentGroup, presentParticipant, presentResult, toJid } from './presentGroup.ts'

const READ = { to: 'member', role: 'viewer', numberKeys: 'allowed' } as const
const CHANGE = { to: 'member', role: 'agent', numberKeys: 'allowed' } as const

/** What a connected number does besides sending: its groups, and whether somebody is on WhatsApp. */
export function groupEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const lineOf = async (caller: Caller, sessionId: string | undefined): Promise<NumberLine> => {
    const { id } = await chooseNumber(dependencies, caller, { numberId: sessionId })
    return dependencies.pipeline.line(caller.workspaceId, id)
  }

  return [
    defineEndpoint({
      method: 'get',
      path: '/api/v1/on-whatsapp/:phone',
      summary: 'Tells whether a phone number is on WhatsApp',
      answer: onWhatsApp,
      access: READ,
      query: sessionQuery,
      handle: async ({ caller, params, query }) => {
        const line = await lineOf(caller, query.sessionId)
        const { exists, address } = await line.lookUp(params.phone)
        const found = { exists, jid: address === null ? null : toJid(address) }
        return { ...ok(found), ...found }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/groups',
      summary: 'Lists the groups that the number is in',
      answer: groupList,
      access: READ,
      query: sessionQuery,
      handle: async ({ caller, query }) => {
        const line = await lineOf(caller, query.sessionId)
        const groups = (await line.groups.list()).map(presentGroup)
        return { ...ok(groups), groups }
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/groups',
      summary: 'Makes a group',
      answer: newGroup,
      access: CHANGE,
      body: createGroupRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const line = await lineOf(caller, body.sessionId)
        const { group, results } = await line.groups.create({
          subject: body.name ?? body.subject ?? '',
          members: body.participants,
        })
        const presented = { ...presentGroup(group), results: results.map(presentResult) }
        return { ...ok(presented), ...presented }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/groups/:jid',
      summary: 'Shows a group',
      answer: oneGroup,
      access: READ,
      query: sessionQuery,
      handle: async ({ caller, params, query }) => {
        const line = await lineOf(caller, query.sessionId)
        const group = presentGroup(await line.groups.find(params.jid))
        return { ...ok(group), ...group }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/groups/:jid/participants',
      summary: 'Lists who is in a group',
      answer: participantList,
      access: READ,
      query: sessionQuery,
      handle: async ({ caller, params, query }) => {
        const line = await lineOf(caller, query.sessionId)
        const { members } = await line.groups.find(params.jid)
        const participants = members.map(presentParticipant)
        return { ...ok(participants), participants }
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/groups/:jid/participants/add',
      summary: 'Adds people to a group; what became of each stands in the answer',
      answer: participantResults,
      access: CHANGE,
      body: participantsRequest,
      handle: async ({ caller, params, body }) => {
        const line = await lineOf(caller, body.sessionId)
        return presentResults(await line.groups.addMembers(params.jid, body.participants))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/groups/:jid/participants/remove',
      summary: 'Removes people from a group; what became of each stands in the answer',
      answer: participantResults,
      access: CHANGE,
      body: participantsRequest,
      handle: async ({ caller, params, body }) => {
        const line = await lineOf(caller, body.sessionId)
        return presentResults(await line.groups.removeMembers(params.jid, body.participants))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/groups/:jid/leave',
      summary: 'Leaves a group',
      answer: groupLeft,
      access: CHANGE,
      body: leaveRequest,
      handle: async ({ caller, params, body }) => {
        const line = await lineOf(caller, body.sessionId)
        await line.groups.leave(params.jid)
        return ok({ jid: params.jid, left: true })
      },
    }),
  ]
}

function presentResults(given: readonly MembershipResult[]) {
  const results = given.map(presentResult)
  return { ...ok(results), results }
}
