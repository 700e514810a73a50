import type { PrismaClient } from '#prisma/client.ts'

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

  static async load(prisma: PrismaClient): Promise<SandboxClock> {
    const clock = new SandboxClock()
    clock.#anchor = await prisma.sandboxClock.findUnique({ where: { id: 1 } })
    return clock
  }

  now(): Date {
    const real = Date.now()
    if (!this.#anchor) return new Date(real)
    const { anchorRealAt, anchorAt, rate } = this.#anchor
    return new Date(anchorAt.getTime() + (real - anchorRealAt.getTime()) * rate)
  }

  async set(prisma: PrismaClient, anchorAt: Date, rate: number): Promise<void> {
    const anchor = { anchorRealAt: new Date(), anchorAt, rate }
    await prisma.sandboxClock.upsert({ where: { id: 1 }, create: { id: 1, ...anchor }, update: anchor })
    this.#anchor = anchor
  }
}
