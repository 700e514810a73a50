import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isBeaconOf } from '#domain/selection/drand-beacon.ts'
import type { DrandBeacon } from '#domain/selection/drand-beacon.ts'
import type { BeaconSource } from '../../kernel/use-case-context.ts'
import { checkBls } from '../check-bls.ts'

/** A relay's answer, of which nothing is taken that the chain's key doesn't confirm. */
const answer = z.object({
  round: z.int(),
  randomness: z.string(),
  signature: z.string(),
  previous_signature: z.string().optional(),
})

const ANSWER_TIMEOUT_MS = 5_000
/** A beacon takes some 300 bytes. */
const MOST_BYTES = 4_096

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/**
 * A round of the chain from the first relay that gives it: a relay that is down, slow, wrong or lying is passed over.
 * @returns null where no relay has it (yet)
 */
export async function fetchBeacon({ chain, urls }: BeaconSource, round: number): Promise<DrandBeacon | null> {
  for (const url of urls) {
    const beacon = await askRelay(`${url}/${chain.hash}/public/${round}`)
    if (beacon && isBeaconOf(chain, round, beacon, sha256, checkBls)) return beacon
  }
  return null
}

async function askRelay(address: string): Promise<DrandBeacon | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS), redirect: 'error' })
    if (!response.ok) return null
    const text = await response.text()
    const read = text.length > MOST_BYTES ? undefined : answer.safeParse(JSON.parse(text)).data
    if (!read) return null
    const { previous_signature: previousSignature, ...beacon } = read
    return { ...beacon, ...(previousSignature !== undefined && { previousSignature }) }
  } catch {
    // Unreachable, too slow, or no JSON: the next relay may do better.
    return null
  }
}
