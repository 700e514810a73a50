import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { blsCheckWith, quicknet } from '#domain/selection/drand-beacon.ts'
import { verifyTranscript } from '#domain/selection/verify-transcript.ts'
import type { KnownBefore, ProofReport } from '#domain/selection/verify-transcript.ts'

/** Draws again from a transcript, in this browser. Loaded when it is needed: the libraries are no part of any page. */
export function proveInBrowser(transcript: unknown, known: KnownBefore): Pick<ProofReport, 'isTrue' | 'steps'> {
  const { isTrue, steps } = verifyTranscript(transcript, { sha256, checkBls: blsCheckWith(bls12_381), chains: [quicknet] }, known)
  return { isTrue, steps }
}
