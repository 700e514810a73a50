import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { hashOfText } from './drand-beacon.ts'
import type { DrandChain } from './drand-beacon.ts'
import { checkDraws, checkFacts, checkMethod, checkPool, checkRandomness, checkResult } from './check-transcript.ts'
import type { Fault } from './check-transcript.ts'
import { drawTranscriptSchema } from './draw-transcript.ts'
import type { DrawTranscript } from './draw-transcript.ts'
import { transcriptHash } from './make-transcript.ts'
import type { ProofTools } from './randomness.ts'

/**
 * What is checked, in this order: the file's form, its own hash, the method, the secret against its commitment, the frozen pool against its
 * hash, the public randomness against its proof, the facts against the pool, each draw, and the result.
 */
export const proofSteps = ['FORM', 'WHOLE', 'METHOD', 'SECRET', 'POOL', 'RANDOMNESS', 'FACTS', 'DRAWS', 'RESULT'] as const
export type ProofStep = (typeof proofSteps)[number]

/** What somebody noted down before the draw, or reads on the announcement: compared where given. */
export interface KnownBefore {
  readonly secretHash?: string
  readonly poolHash?: string
  readonly sha256?: string
}

export interface ProofReport {
  /** Whether every step holds. */
  readonly isTrue: boolean
  /** The steps done, up to the first that breaks; an altered file is looked through further, to say what was altered. */
  readonly steps: readonly { readonly step: ProofStep; readonly fault: Fault | null }[]
  /** Null where the file has not even the form. */
  readonly transcript: DrawTranscript | null
}

/** Tools, and the beacon chains whose word is taken: nobody's own chain is. */
export interface VerifyTools extends ProofTools {
  readonly chains: readonly DrandChain[]
}

/** Makes a draw again from its transcript alone; says yes, or at which step it breaks and on what. */
export function verifyTranscript(input: unknown, tools: VerifyTools, known: KnownBefore = {}): ProofReport {
  const parsed = drawTranscriptSchema.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const fault = { code: 'NOT_A_TRANSCRIPT', path: issue?.path.join('.') ?? '', detail: issue?.message ?? '' }
    return { isTrue: false, steps: [{ step: 'FORM', fault }], transcript: null }
  }
  const transcript = parsed.data
  const steps: { step: ProofStep; fault: Fault | null }[] = [{ step: 'FORM', fault: null }]
  for (const step of proofSteps.slice(1)) {
    const fault = checks[step](transcript, tools, known)
    steps.push({ step, fault })
    // That something was altered says little: the steps after it say what.
    if (fault && step !== 'WHOLE') break
  }
  return { isTrue: steps.every(({ fault }) => fault === null), steps, transcript }
}

type Check = (transcript: DrawTranscript, tools: VerifyTools, known: KnownBefore) => Fault | null

const checks: Readonly<Record<ProofStep, Check>> = {
  FORM: () => null,
  WHOLE: (transcript, tools, known) => {
    const expected = transcriptHash(transcript, tools)
    if (transcript.sha256 !== expected) return { code: 'TRANSCRIPT_ALTERED', expected, found: transcript.sha256 }
    return unlike('NOT_THE_PUBLISHED_TRANSCRIPT', known.sha256, transcript.sha256)
  },
  METHOD: (transcript, { chains }) => checkMethod(transcript, chains),
  SECRET: ({ secret, secretHash }, { sha256 }, known) =>
    unlike('SECRET_NOT_COMMITTED', secretHash, hashOfText(secret, sha256)) ??
    unlike('COMMITMENT_NOT_PUBLISHED', known.secretHash, secretHash),
  POOL: (transcript, tools, known) => checkPool(transcript, tools) ?? unlike('POOL_NOT_PUBLISHED', known.poolHash, transcript.poolHash),
  RANDOMNESS: checkRandomness,
  FACTS: checkFacts,
  DRAWS: checkDraws,
  RESULT: checkResult,
}

const unlike = (code: string, expected: string | undefined, found: string): Fault | null =>
  expected === undefined || expected === found ? null : { code, expected, found }

/** The text that is written to a file: canonical, so that two copies are the same bytes. */
export const transcriptText = (transcript: DrawTranscript): string => `${canonicalJson(transcript)}\n`
