/** Runs tasks of the same key one after the other, in the order of the calls; different keys run side by side. */
export class Serializer {
  readonly #tails = new Map<string, Promise<unknown>>()

  run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(key)
    // A task that failed does not stop those behind it: their callers did not ask for it.
    const result = before ? before.then(task, task) : task()
    this.#tails.set(key, result)
    const forget = () => {
      if (this.#tails.get(key) === result) this.#tails.delete(key)
    }
    void result.then(forget, forget)
    return result
  }
}
