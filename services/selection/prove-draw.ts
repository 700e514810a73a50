import { createHash } from 'node:crypto'
import { quicknet } from '#domain/selection/drand-beacon.ts'
import type { DrandChain } from '#domain/selection/drand-beacon.ts'
import { verifyTranscript } from '#domain/selection/verify-transcript.ts'
import type { KnownBefore, ProofReport } from '#domain/selection/verify-transcript.ts'
import { checkBls } from './check-bls.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/**
 * Makes a draw again on this machine, from a transcript as it was read.
 * @param chains beacon chains whose word is taken beside quicknet
 */
export const proveDraw = (
  transcript: unknown,
  known: KnownBefore = {},
  chains: readonly DrandChain[] = [],
): Omit<ProofReport, 'transcript'> => {
  const { isTrue, steps } = verifyTranscript(transcript, { sha256, checkBls, chains: [quicknet, ...chains] }, known)
  return { isTrue, steps }
}

/** Proofs of transcripts in the database, by the hash of what was read: made once, told often. */
const made = new Map<string, Omit<ProofReport, 'transcript'>>()
const MOST_KEPT = 500

/** The same for a stored transcript; ten thousand bidders cost half a second, so a page that is read often doesn't repeat it. */
export function proveStoredDraw(
  transcript: unknown,
  known: Required<KnownBefore>,
  chains: readonly DrandChain[],
): Omit<ProofReport, 'transcript'> {
  // Of what was read, not of what it says of itself: a row that somebody touched is checked anew.
  const key = createHash('sha256')
    .update(JSON.stringify([transcript, known]))
    .digest('hex')
  const proof = made.get(key) ?? proveDraw(transcript, known, chains)
  if (made.size >= MOST_KEPT) made.clear()
  made.set(key, proof)
  return proof
}
