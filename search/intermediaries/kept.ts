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

/** The counts of broad searches. Old ones are still given while one reader brings new ones; the least recently used goes first. */
export class BroadCounts<T> {
  readonly #most: number
  readonly #keptFor: number
  readonly #kept = new Map<string, { readonly counts: T; until: number }>()

  constructor(most: number, keptForMs: number) {
    this.#most = most
    this.#keptFor = keptForMs
  }

  /** The kept counts, if any; when they are old, `load` replaces them behind the answer. */
  get(key: string, load: () => Promise<T>): T | undefined {
    const entry = this.#kept.get(key)
    if (!entry) return undefined
    const now = performance.now()
    this.#kept.delete(key)
    if (now > entry.until + mostStale) return undefined
    this.#kept.set(key, entry)
    if (now > entry.until) {
      // Whoever comes meanwhile takes the old ones.
      entry.until = now + this.#keptFor
      load().then(
        (counts) => this.set(key, counts),
        () => this.#kept.delete(key),
      )
    }
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
}
