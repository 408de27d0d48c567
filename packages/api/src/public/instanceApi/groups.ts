import { type Clock, derivedId, newId } from '@parley/runtime/pipeline'
import type { GroupRequestRecord } from '@parley/runtime/store'
import { keyIdOf } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError } from '../../errors.ts'
import type { Endpoint } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotencyKey.ts'
import { groupAnswer } from './answers.ts'
import { toRecipient, wrong } from './chatId.ts'
import { instanceMethod, type MethodCall } from './instanceMethod.ts'
import { type GroupInput, groupInput } from './schema.ts'

/** As long as an answer waits for the group, as documented. */
const PATIENCE_MS = 20_000
const MAX_NAME_LENGTH = 100
const MAX_MEMBERS = 1_024

/** The method that makes a group. One that cannot be made now is made as soon as the number is connected. */
export const groupMethods = (dependencies: RouteDependencies): readonly Endpoint[] =>
  instanceMethod(dependencies, {
    names: ['group'],
    verbs: ['post', 'get'],
    summary: 'Makes a group and sends a message to it',
    scope: 'send',
    input: groupInput,
    doneKey: 'created',
    answer: groupAnswer,
    handle: async (call) => {
      const { clock, groupQueue, store } = dependencies
      const wanted = toRequest(call, clock.now())
      const isNew = await store.groupRequests.insert(wanted)
      if (isNew) {
        await inTime(clock, groupQueue.work(call.number.id), PATIENCE_MS)
      }
      const request = (await store.groupRequests.find(wanted.id)) ?? wanted
      if (!isNew && !isSame(request, wanted)) throw misused()
      return presentGroup(request)
    },
  })

function toRequest(
  { caller, number, input, request }: MethodCall<GroupInput>,
  createdAt: number,
): GroupRequestRecord {
  const subject = (input.groupName ?? '').trim()
  if (subject === '') throw wrong('groupName', 'groupName parameter is required')
  if (subject.length > MAX_NAME_LENGTH) {
    throw wrong(
      'groupName',
      `groupName parameter should have at most ${MAX_NAME_LENGTH} characters`,
    )
  }
  const members = [...(input.phones ?? []), ...(input.chatIds ?? [])]
    .filter((member) => member !== '')
    .map((member) => toRecipient({ phone: member.replace(/@(c\.us|s\.whatsapp\.net)$/, '') }))
  if (members.length === 0)
    throw wrong('phones', 'phones parameter is required: an array of phones')
  if (members.length > MAX_MEMBERS)
    throw wrong('phones', `A group has at most ${MAX_MEMBERS} members`)
  const key = readIdempotencyKey(request)
  return {
    id: key === undefined ? newId('grp') : derivedId('grp', number.id, 'idempotency', key),
    workspaceId: number.workspaceId,
    numberId: number.id,
    subject,
    members: [...new Set(members)],
    text: input.messageText ?? '',
    keyId: keyIdOf(caller.identity) ?? '',
    status: 'waiting',
    dueAt: createdAt,
    attempts: 0,
    startedAt: null,
    address: null,
    problem: null,
    createdAt,
  }
}

function presentGroup({ status, problem, address }: GroupRequestRecord) {
  if (status === 'failed') throw wrong('groupName', problem ?? 'The group could not be made')
  if (address !== null) return { created: true, message: 'Group created', chatId: address }
  return { created: true, message: 'The group is in the queue and will be created' }
}

const isSame = (a: GroupRequestRecord, b: GroupRequestRecord): boolean =>
  a.subject === b.subject && a.text === b.text && a.members.join() === b.members.join()

const misused = (): ApiError =>
  new ApiError('CONFLICT', 'This Idempotency-Key was used before with another request.')

/** Resolves with the work, or without it when it takes too long; it goes on then. */
const inTime = (clock: Clock, work: Promise<void>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const cancel = clock.after(ms, resolve)
    void work.finally(() => {
      cancel()
      resolve()
    })
  })
