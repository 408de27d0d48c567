import { randomInt } from 'node:crypto'
import { NUMBER_KEY_NAMES } from '@parley/shared/api'
import type { Caller } from '../auth/caller.ts'
import { type IssuedKey, issueKey } from '../auth/issueKey.ts'
import type { RouteDependencies } from '../dependencies.ts'

/** Makes the primary key of a number; its earlier one stops working. */
export async function replaceNumberKey(
  dependencies: RouteDependencies,
  { workspaceId, userId }: Caller,
  numberId: string,
): Promise<IssuedKey> {
  const { accounts, credentials } = dependencies
  await accounts.apiKeys.removePrimary(numberId)
  const issued = await issueKey(dependencies, {
    workspaceId,
    userId,
    kind: 'number',
    numberId,
    name: NUMBER_KEY_NAMES.primary,
    purpose: 'primary',
  })
  credentials.forget()
  return issued
}

/** Gives a number an instance id and a token, for clients that name numbers so and send the token in the query. */
export async function issueInstanceToken(
  dependencies: RouteDependencies,
  { workspaceId, userId }: Caller,
  numberId: string,
): Promise<IssuedKey> {
  return issueKey(dependencies, {
    workspaceId,
    userId,
    kind: 'number',
    numberId,
    name: NUMBER_KEY_NAMES.instance,
    purpose: 'instance',
    instanceId: await freeInstanceId(dependencies),
  })
}

const FIRST_INSTANCE_ID = 100_000
const LAST_INSTANCE_ID = 999_999_999

/** Drawn, not counted: nobody shall know from their own how many there are. */
async function freeInstanceId(dependencies: Pick<RouteDependencies, 'accounts'>): Promise<number> {
  const instanceId = randomInt(FIRST_INSTANCE_ID, LAST_INSTANCE_ID)
  const taken = await dependencies.accounts.apiKeys.findInstance(instanceId)
  return taken ? freeInstanceId(dependencies) : instanceId
}
