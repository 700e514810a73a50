import type { DrawTranscript } from '#domain/selection/draw-transcript.ts'
import type { Fault } from '#domain/selection/check-transcript.ts'
import type { ProofStep } from '#domain/selection/verify-transcript.ts'
import { graphql } from '#app/graphql.ts'

export const DrawProofDocument = graphql(`
  query DrawProof($number: String!) {
    selection(number: $number) {
      number
      projectName
      poolHash
      events {
        kind
        facts
      }
      draw {
        state
        secretHash
        drawnAt
        transcript
        proof {
          isTrue
          steps
        }
      }
    }
  }
`)

export const DrawTranscriptDocument = graphql(`
  query DrawTranscript($number: String!) {
    selection(number: $number) {
      number
      draw {
        transcript
      }
    }
  }
`)

/** Steps of a proof as the API gives them. */
export type ProofSteps = readonly { readonly step: ProofStep; readonly fault: Fault | null }[]

/** How many picks the page shows; the transcript has them all. */
const SHOWN_PICKS = 60

/** What the page tells of a transcript: of ten thousand bidders not more than one can read. */
export function summaryOf({ secret, secretHash, poolHash, pool, randomness, draws, drawnAt, sha256 }: DrawTranscript) {
  const { places } = pool
  return {
    ...{ secret, secretHash, poolHash, drawnAt, sha256, poolSize: places.length },
    randomness:
      randomness.kind === 'CONTRIBUTIONS'
        ? { kind: randomness.kind, revealed: randomness.contributions.filter(({ text }) => text !== null).length }
        : randomness.kind === 'LOTTERY'
          ? { kind: randomness.kind, issue: randomness.issue, numbers: randomness.numbers.join(' ') }
          : { kind: randomness.kind, round: String(randomness.round), value: randomness.randomness },
    draws: draws.map(({ label, keyString, drawn }) => ({
      label,
      keyString,
      drawn: drawn.slice(0, SHOWN_PICKS),
      isCut: drawn.length > SHOWN_PICKS,
    })),
  }
}
export type TranscriptSummary = ReturnType<typeof summaryOf>
