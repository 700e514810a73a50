/**
 * Lets the database work on one thing while the next is made ready here: `begin` waits only for the one before. `ended` waits for the last,
 * and must be called whatever happens, or a statement would outlive its transaction.
 * @throws from `begin` or `ended`, what the work threw
 */
export function oneAhead<T>(work: (item: T) => Promise<void>): { begin(item: T): Promise<void>; ended(): Promise<void> } {
  let current: Promise<void> = Promise.resolve()
  return {
    async begin(item) {
      await current
      current = work(item)
      // Whoever waits next hears of a failure; until then it is not unhandled.
      current.catch(() => undefined)
    },
    ended: () => current,
  }
}
