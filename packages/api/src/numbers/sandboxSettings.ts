import type { NumberRecord } from '@parley/runtime/pipeline'
import type { JsonValue } from '@parley/shared'
import {
  type changeSandboxRequest,
  type SandboxSettings,
  sandboxFailing,
  sandboxSettings,
} from '@parley/shared/api'
import { z } from 'zod'
import type { RouteDependencies } from '../dependencies.ts'
import { connectNumber, disconnectNumber } from './connection.ts'

export type SandboxChange = z.output<typeof changeSandboxRequest>

/** How the channel keeps it: by how far a message gets by itself. */
const stored = z
  .object({
    autoStatus: z.enum(['none', 'sent', 'delivered', 'read']),
    imitates: sandboxSettings.shape.imitates,
    failing: sandboxFailing.strip().nullable(),
  })
  .partial()

/** How a sandbox number behaves; whether it is connected is not a setting but its state. */
export function readSandboxSettings(number: NumberRecord): SandboxSettings {
  const { autoStatus, imitates, failing } = stored.catch({}).parse({
    autoStatus: number.settings.autoStatus,
    imitates: number.settings.imitates,
    failing: number.settings.failing,
  })
  return {
    connected: number.status === 'connected',
    autoStatus: autoStatus !== 'none',
    imitates: imitates ?? 'sandbox',
    failing: failing ?? null,
  }
}

/** Settings with a change made in them. */
export function toSandboxSettings(
  settings: NumberRecord['settings'],
  { autoStatus, imitates, failing }: SandboxChange,
  now: number,
): Record<string, JsonValue> {
  return {
    ...settings,
    ...(autoStatus !== undefined && { autoStatus: autoStatus ? 'read' : 'none' }),
    ...(imitates !== undefined && { imitates }),
    ...(failing !== undefined && { failing: failing && { ...failing, since: now } }),
  }
}

/** Resolves when the change counts. */
export async function changeSandbox(
  dependencies: RouteDependencies,
  number: NumberRecord,
  change: SandboxChange,
): Promise<NumberRecord> {
  const { clock, store, pipeline } = dependencies
  const { connected, ...behaviour } = change
  let current = number
  if (Object.keys(behaviour).length > 0) {
    const settings = toSandboxSettings(number.settings, behaviour, clock.now())
    current = (await store.numbers.update(number.workspaceId, number.id, { settings })) ?? number
    await pipeline.refreshNumber(number.id)
  }
  if (connected === undefined) return current
  return connected ? connectNumber(dependencies, current) : disconnectNumber(dependencies, current)
}
