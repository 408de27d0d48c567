import { randomInt } from 'node:crypto'
import { type NumberRecord, newId } from '@parley/runtime/pipeline'
import type { ChannelType } from '@parley/shared'
import { numberReason } from '@parley/shared/api'
import type { Caller } from '../auth/caller.ts'
import type { IssuedKey } from '../auth/issueKey.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'
import { recordAction } from '../routes/auditLog/recordAction.ts'
import { notAvailable } from './connection.ts'
import { issueInstanceToken, replaceNumberKey } from './numberKey.ts'
import { changeSandbox, type SandboxChange, toSandboxSettings } from './sandboxSettings.ts'

/** Channels whose numbers people can make, connectable or not yet. */
const CREATABLE: readonly ChannelType[] = ['sandbox', 'whatsapp-web']

export interface NewNumber {
  readonly name: string
  readonly channel: ChannelType
  /** E.164 digits, when known beforehand. */
  readonly phone?: string | undefined
  readonly sandbox?: SandboxChange | undefined
}

export interface CreatedNumberRecord {
  readonly number: NumberRecord
  readonly key: IssuedKey
  readonly instanceToken: IssuedKey
}

/** Makes a number with a key and an instance token of its own. A sandbox number is connected from the start. */
export async function createNumber(
  dependencies: RouteDependencies,
  caller: Caller,
  { name, channel, phone, sandbox }: NewNumber,
): Promise<CreatedNumberRecord> {
  const { store, pipeline, clock, channels } = dependencies
  if (!CREATABLE.includes(channel)) {
    throw invalidField('channel', `must be one of ${CREATABLE.join(', ')} in this version`)
  }
  const isSandbox = channel === 'sandbox'
  if (sandbox && !isSandbox) throw invalidField('sandbox', 'is for sandbox numbers only')
  const number: NumberRecord = {
    id: newId('num'),
    workspaceId: caller.workspaceId,
    name,
    channel,
    phone: phone ?? (isSandbox ? madeUpPhone() : ''),
    wanted: 'disconnected',
    status: isSandbox ? 'connected' : 'disconnected',
    statusReason: statusReason(channel, channels),
    pairing: null,
    settings: isSandbox ? toSandboxSettings({}, sandbox ?? {}, clock.now()) : {},
    createdAt: clock.now(),
  }
  await store.numbers.insert(number)
  const key = await replaceNumberKey(dependencies, caller, number.id)
  const instanceToken = await issueInstanceToken(dependencies, caller, number.id)
  await recordAction(dependencies, caller, 'number.created', number.id)
  if (!isSandbox) return { number, key, instanceToken }
  const connected = sandbox?.connected ?? true
  if (connected) await pipeline.setWanted(number.id, 'connected')
  else await changeSandbox(dependencies, number, { connected })
  return { number: (await store.numbers.find(number.id)) ?? number, key, instanceToken }
}

/** Platforms name a number by its phone number, so a sandbox has one too: of an area code that nobody is called by. */
const madeUpPhone = (): string => `1555${String(randomInt(10_000_000)).padStart(7, '0')}`

function statusReason(channel: ChannelType, channels: RouteDependencies['channels']): string {
  if (channel === 'sandbox') return numberReason('sandboxReady')
  return channels.some(({ type }) => type === channel)
    ? numberReason('notConnectedYet')
    : notAvailable(channel)
}
