import { newId, type PublicationRecord } from '@parley/runtime/pipeline'
import type { MongoStore } from '@parley/runtime/store'
import type { Audience } from '@parley/shared/api'

/** A version and where, for whom and when it begins to answer. */
export interface Launch {
  readonly workspaceId: string
  readonly flowId: string
  readonly flowVersionId: string
  readonly numberIds: readonly string[]
  readonly audience: Audience
  /** True: conversations in progress move to it where they can. */
  readonly moves: boolean
  /** Epoch milliseconds. The same again when it is repeated after a crash. */
  readonly at: number
}

/** Lets a version answer on numbers. Done twice, it is as if it had been done once. */
export async function goLive(
  { publications }: Pick<MongoStore, 'publications'>,
  { workspaceId, flowId, flowVersionId, numberIds, audience, moves, at }: Launch,
): Promise<readonly PublicationRecord[]> {
  const launched: PublicationRecord[] = []
  for (const numberId of new Set(numberIds)) {
    const place = { id: newId('pub'), workspaceId, numberId, flowId }
    launched.push(
      audience.type === 'everyone'
        ? await publications.publish({
            ...place,
            flowVersionId,
            publishedAt: at,
            ...(moves && { move: { flowVersionId, at } }),
          })
        : await publications.startTrial(place, { flowVersionId, audience, startedAt: at, moves }),
    )
  }
  return launched
}
