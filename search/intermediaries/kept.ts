/**
 * How long vocabulary, frequencies and counts are kept, in milliseconds. None of them decides who is found, in which order, or who may be
 * chosen.
 */
export const keptFor = 30_000
/** How old counts may be at most; from `keptFor` on they are given only while new ones are on their way. */
const mostStale = 5 * 60_000

/** Loads once, and again when it has grown old; a failed load is tried again. */
export function keep<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  let until = 0
  return () => {
    if (!kept || performance.now() > until) {
      until = performance.now() + keptFor
      kept = load()
      kept.catch(() => (kept = undefined))
    }
    return kept
  }
}

/** So many searches may wait to be counted; who comes then is counted another time. */
const mostWaiting = 20

/**
 * The counts of broad searches, brought one after another behind the answers. Old ones are still given while new ones are on their way;
 * the least recently used goes first.
 */
export class KeptCounts<T> {
  readonly #most: number
  readonly #keptFor: number
  readonly #kept = new Map<string, { readonly counts: T; readonly until: number }>()
  readonly #waiting = new Map<string, () => Promise<T>>()
  #isBusy = false

  constructor(most: number, keptForMs: number) {
    this.#most = most
    this.#keptFor = keptForMs
  }

  /** The kept counts, if any; when there are none, `load` brings them behind the answer. */
  get(key: string, load: () => Promise<T>): T | undefined {
    if (!this.#kept.has(key)) this.#bring(key, load)
    return this.peek(key, load)
  }

  /** The kept counts, if any; when they are old, `load` replaces them behind the answer. */
  peek(key: string, load: () => Promise<T>): T | undefined {
    const entry = this.#kept.get(key)
    if (!entry) return undefined
    const age = performance.now() - entry.until
    if (age > 0) this.#bring(key, load)
    if (age > mostStale) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, entry)
    return entry.counts
  }

  set(key: string, counts: T): void {
    this.#kept.delete(key)
    this.#kept.set(key, { counts, until: performance.now() + this.#keptFor })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) return
      this.#kept.delete(oldest)
    }
  }

  #bring(key: string, load: () => Promise<T>): void {
    if (this.#waiting.size >= mostWaiting && !this.#waiting.has(key)) return
    this.#waiting.set(key, load)
    if (!this.#isBusy) void this.#work()
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    for (const [key, load] of this.#waiting) {
      // Left in the list while it runs, so that nobody asks for it again.
      await load().then(
        (counts) => {
          this.set(key, counts)
        },
        () => this.#kept.delete(key),
      )
      this.#waiting.delete(key)
    }
    this.#isBusy = false
  }
}
