import { openScript, type PlayableFlow, type ScriptWalk, walkOn } from '@parley/runtime/engine'
import type { FlowTest } from '@parley/shared'

/** A test that is being held in the phone, line by line. */
export interface Replay {
  readonly test: FlowTest
  readonly walk: ScriptWalk
  readonly status: 'playing' | 'paused' | 'passed' | 'failed'
}

export interface Replayer {
  /** From the first line. */
  readonly begin: (test: FlowTest) => void
  readonly pause: () => void
  readonly play: () => void
  /** One line; stays paused when it was. */
  readonly next: () => void
  readonly stop: () => void
}

/** Time to read what has just been said. */
const PAUSE_MS = 900
/** What was expected and said needs no more than a look. */
const LOOK_MS = 350

/** Plays tests by the same rules by which they run, at a pace that can be followed; stops where something is different. */
export function createReplayer({
  playable,
  after,
  onChange,
}: {
  readonly playable: () => PlayableFlow | null
  /** Calls back after a time; gives what cancels it. */
  readonly after: (ms: number, task: () => void) => () => void
  readonly onChange: (replay: Replay) => void
}): Replayer {
  let replay: Replay | null = null
  let cancel = (): void => undefined

  function change(next: Replay): void {
    cancel()
    replay = next
    onChange(next)
    if (next.status !== 'playing') return
    const { lines, done } = next.walk
    cancel = after(lines[done]?.type === 'expects' ? LOOK_MS : PAUSE_MS, goOn)
  }

  function goOn(): void {
    const flow = playable()
    if (!replay || replay.walk.isOver) return
    // Somebody is in the middle of making it a flow again.
    if (!flow) return change({ ...replay, status: 'paused' })
    const walk = walkOn(flow, replay.walk)
    const end = walk.failure ? 'failed' : 'passed'
    change({ ...replay, walk, status: walk.isOver ? end : replay.status })
  }

  return {
    begin: (test) => change({ test, walk: openScript(test.script), status: 'playing' }),
    pause: () => replay?.status === 'playing' && change({ ...replay, status: 'paused' }),
    play: () => replay?.status === 'paused' && change({ ...replay, status: 'playing' }),
    next: goOn,
    stop() {
      cancel()
      replay = null
    },
  }
}
