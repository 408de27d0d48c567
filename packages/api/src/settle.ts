import { setTimeout as sleep } from 'node:timers/promises'

/** How long an answer waits for the owner of a number to get somewhere. */
const PATIENCE_MS = 3_000
const LOOK_EVERY_MS = 20

/**
 * Looks until what is there is what was asked for. The owner of a number does what the API asks in its own time, mostly
 * at once; after {@link PATIENCE_MS} the answer shows how far it has come.
 */
export async function settle<State>(
  look: () => Promise<State>,
  isThere: (state: State) => boolean,
): Promise<State> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const state = await look()
    if (isThere(state) || waited >= PATIENCE_MS) return state
    await sleep(LOOK_EVERY_MS)
  }
}
