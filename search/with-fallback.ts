import type { SearchPort } from './search-port.ts'

/** Who answered a search, and what went wrong with the engine before. */
export interface SearchObserver {
  answered(by: 'ENGINE' | 'BASIC'): void
  failed(error: unknown): void
  /** The engine is left alone for a while, or answers again. */
  turned(isOpen: boolean): void
}

export interface FallbackOptions {
  readonly engine: SearchPort
  readonly basic: SearchPort
  readonly observer?: SearchObserver
  /** For a whole search, in milliseconds; what takes longer PostgreSQL answers sooner. */
  readonly timeoutMs?: number
  /** After so many failures in a row the engine is left alone … */
  readonly mostFailures?: number
  /** … for so long, in milliseconds; then one search tries it again. */
  readonly pauseMs?: number
}

/** Searches by the engine, and by PostgreSQL whenever the engine doesn't answer well or in time: nobody sees more of it than `isBasic`. */
export function withFallback(options: FallbackOptions): SearchPort {
  const { engine, basic, observer, timeoutMs = 1_500, mostFailures = 3, pauseMs = 5_000 } = options
  let failures = 0
  let openUntil = 0

  /** While a trial is under way, everybody else is spared waiting for it. */
  function mayTry(): boolean {
    if (failures < mostFailures) return true
    const now = performance.now()
    if (now < openUntil) return false
    openUntil = now + pauseMs
    return true
  }

  async function tryEngine<T>(ask: (port: SearchPort) => Promise<T>): Promise<{ readonly answer: T } | null> {
    if (!mayTry()) return null
    try {
      const answer = await inTime(ask(engine), timeoutMs)
      if (failures >= mostFailures) observer?.turned(false)
      failures = 0
      observer?.answered('ENGINE')
      return { answer }
    } catch (error) {
      failures += 1
      openUntil = performance.now() + pauseMs
      observer?.failed(error)
      if (failures === mostFailures) observer?.turned(true)
      return null
    }
  }

  return {
    name: `${engine.name}, else ${basic.name}`,
    async searchIntermediaries(query) {
      const tried = await tryEngine((port) => port.searchIntermediaries(query))
      if (tried) return tried.answer
      const answer = await basic.searchIntermediaries(query)
      observer?.answered('BASIC')
      return { ...answer, isBasic: true }
    },
    async suggest(query) {
      const tried = await tryEngine((port) => port.suggest(query))
      return tried ? tried.answer : basic.suggest(query)
    },
  }
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new Error(`the search engine took longer than ${timeoutMs} ms`))
    }, timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
