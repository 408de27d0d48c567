/** What became of one call of a batch. */
export type Outcome<Result> = { readonly value: Result } | { readonly error: unknown }

export interface GroupOptions<Call, Result> {
  /** Does all calls at once; outcomes in the order of the calls. When it throws, every call of the batch fails. */
  readonly run: (calls: readonly Call[]) => Promise<readonly Outcome<Result>[]>
  /**
   * What a call is about. Calls about the same thing never share a batch, so they keep their order even where the
   * database may reorder a batch. Absent: all calls may share one.
   */
  readonly keyOf?: (call: Call) => string
  readonly maxBatch: number
  /** How long a batch waits for more calls. Absent: not at all, because somebody waits for the answer. */
  readonly lingerMs?: number
}

interface Waiting<Call, Result> {
  readonly call: Call
  readonly resolve: (value: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Makes one function of many calls into few batches. One batch is under way at a time; calls that come meanwhile gather
 * and go together in the next. Nothing is delayed unless `lingerMs` asks for it: a call on an idle group leaves at the end
 * of the current turn of the event loop, with whatever else was asked for in that turn.
 */
export function groupCalls<Call, Result>(
  options: GroupOptions<Call, Result>,
): (call: Call) => Promise<Result> {
  let queue: Waiting<Call, Result>[] = []
  let isRunning = false

  async function work(): Promise<void> {
    while (queue.length > 0) {
      // Not a microtask: the promises of a finished batch wake many callers one after the other, and all that they ask
      // for next should go together.
      await (options.lingerMs === undefined ? nextTurn() : delay(options.lingerMs))
      const { batch, rest } = takeBatch(queue, options)
      queue = rest
      await runBatch(batch, options.run)
    }
    isRunning = false
  }

  return (call) =>
    new Promise<Result>((resolve, reject) => {
      queue.push({ call, resolve, reject })
      if (isRunning) return
      isRunning = true
      // Cannot reject: runBatch hands every error to the callers.
      void work()
    })
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

function takeBatch<Call, Result>(
  queue: readonly Waiting<Call, Result>[],
  { keyOf, maxBatch }: GroupOptions<Call, Result>,
) {
  if (!keyOf) return { batch: queue.slice(0, maxBatch), rest: queue.slice(maxBatch) }
  const batch: Waiting<Call, Result>[] = []
  const rest: Waiting<Call, Result>[] = []
  const keys = new Set<string>()
  for (const waiting of queue) {
    const key = keyOf(waiting.call)
    if (batch.length >= maxBatch || keys.has(key)) rest.push(waiting)
    else batch.push(waiting)
    keys.add(key)
  }
  return { batch, rest }
}

async function runBatch<Call, Result>(
  batch: readonly Waiting<Call, Result>[],
  run: GroupOptions<Call, Result>['run'],
): Promise<void> {
  try {
    const outcomes = await run(batch.map(({ call }) => call))
    batch.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index]
      if (!outcome) reject(new Error(`A batch of ${batch.length} calls gave no outcome ${index}`))
      else if ('error' in outcome) reject(outcome.error)
      else resolve(outcome.value)
    })
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
}
