import type { NumberRecord } from '@parley/runtime/pipeline'
import type { updateNumberRequest } from '@parley/shared/api'
import type { z } from 'zod'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'
import { defined } from '../http/validate.ts'
import { numberNotFound } from './findNumber.ts'

/** Resolves when the change counts, for the messages that wait, too. @throws {ApiError} */
export async function changeNumber(
  { store, pipeline }: RouteDependencies,
  number: NumberRecord,
  { name, settings }: z.output<typeof updateNumberRequest>,
): Promise<NumberRecord> {
  if (settings && number.channel !== 'whatsapp-web') {
    throw invalidField(
      'settings',
      `must not be given for a number of the channel ${number.channel}`,
    )
  }
  const changed = await store.numbers.update(number.workspaceId, number.id, {
    ...(name === undefined ? {} : { name }),
    ...(settings && { settings: { ...number.settings, ...defined(settings) } }),
  })
  if (!changed) throw numberNotFound(number.id)
  await pipeline.refreshNumber(number.id)
  return changed
}
