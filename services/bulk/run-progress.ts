import type { Pool } from 'pg'

/** Writes between two looks of a page, in milliseconds. */
const writeEvery = 400

/** How far a run is, for the page: written beside the import's own transaction, which nobody sees before its end. */
export class RunProgress {
  readonly #pool: Pool
  readonly #id: string
  #writtenAt = 0
  #writing: Promise<unknown> = Promise.resolve()

  constructor(pool: Pool, id: string) {
    this.#pool = pool
    this.#id = id
  }

  tell(rowsDone: number): void {
    if (performance.now() < this.#writtenAt + writeEvery) return
    this.#writtenAt = performance.now()
    const written = this.#pool.query('UPDATE "ImportRun" SET "rowsDone" = $2 WHERE "id" = $1', [this.#id, Math.floor(rowsDone)])
    // A figure on a page: losing one is no reason to lose the import.
    this.#writing = Promise.allSettled([this.#writing, written])
  }

  /** To be awaited before the transaction writes the run's row itself, or the two would wait for each other. */
  async end(): Promise<void> {
    this.#writtenAt = Number.POSITIVE_INFINITY
    await this.#writing
  }
}
