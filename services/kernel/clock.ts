import type { Tx } from '#prisma/client.ts'

/** The one source of now. Nothing else in the program asks the machine for the time of a legal act. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still: tests, seeds, and a sandbox request that names its own instant. */
export const fixedClock = (at: Date): Clock => ({ now: () => new Date(at) })

interface Anchor {
  readonly anchorRealAt: Date
  readonly anchorAt: Date
  readonly rate: number
}

/**
 * The rehearsal clock of sandbox mode: settable and, if wanted, faster than life (`rate` sandbox seconds a real second), so that
 * a legal year takes minutes. Kept in the database so that a restart goes on where it stood.
 */
export class SandboxClock implements Clock {
  #anchor: Anchor | null = null

  static async load(prisma: Tx): Promise<SandboxClock> {
    const clock = new SandboxClock()
    await clock.reload(prisma)
    return clock
  }

  /** Reads what was set: after the transaction that set it, and in every other process. */
  async reload(prisma: Tx): Promise<void> {
    this.#anchor = await prisma.sandboxClock.findUnique({ where: { id: 1 } })
  }

  now(): Date {
    const real = Date.now()
    if (!this.#anchor) return new Date(real)
    const { anchorRealAt, anchorAt, rate } = this.#anchor
    return new Date(anchorAt.getTime() + (real - anchorRealAt.getTime()) * rate)
  }

  /** Keeps a new setting; it holds once the transaction is committed and the clock reloaded. */
  static async keep(tx: Tx, anchorAt: Date, rate: number): Promise<void> {
    const anchor = { anchorRealAt: new Date(), anchorAt, rate }
    await tx.sandboxClock.upsert({ where: { id: 1 }, create: { id: 1, ...anchor }, update: anchor })
  }

  /** Sandbox seconds a real second. */
  get rate(): number {
    return this.#anchor?.rate ?? 1
  }
}
