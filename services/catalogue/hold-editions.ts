import type { Tx } from '#prisma/client.ts'

/**
 * Held until commit: whoever makes versions, or shows the ones that are due, does so alone, so that numbers have no gaps and an older
 * version never overwrites a newer one. Publications are rare. The number is ours, arbitrary.
 */
export async function holdEditions(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(7215094321)`
}
