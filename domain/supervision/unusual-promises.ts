import { ownDefaultsOf } from '#domain/kernel/rule-set.ts'
import type { LegalBasis } from '#domain/kernel/rule-set.ts'

/** Who can use tolerance unusually: who grants it, who asks for it, and whose results are promised again and again. */
export const promiseActors = ['OFFICER', 'APPLICANT', 'INTERMEDIARY'] as const
export type PromiseActor = (typeof promiseActors)[number]

/** What can be unusual about it. */
export const unusualSigns = ['SHARE_FAR_ABOVE_PEERS', 'BROKEN_FAR_ABOVE_PEERS', 'MANY_PROMISES'] as const
export type UnusualSign = (typeof unusualSigns)[number]

/** One actor's use of tolerance in the window, and that of all others in the same place: the officer's agency, else everybody. */
export interface PromiseUse {
  readonly actor: PromiseActor
  readonly cases: number
  readonly promises: number
  /** Missed or found untrue, and standing. */
  readonly broken: number
  readonly peerCases: number
  readonly peerPromises: number
  readonly peerBroken: number
}

/** From when on use is unusual; all of it our own default. */
export interface UnusualUseParameters {
  readonly windowDays: number
  /** Fewer promises say nothing about an officer or an intermediary. */
  readonly leastPromises: number
  /** So many times the share of the others. */
  readonly factor: number
  /** A share below this is never unusual, however small that of the others. */
  readonly leastShare: number
  /** Promises of one applicant within the window. */
  readonly manyPromises: number
}

export const unusualUseParameters: UnusualUseParameters = {
  windowDays: 180,
  leastPromises: 10,
  factor: 2,
  leastShare: 0.3,
  manyPromises: 6,
}

const { windowDays, leastPromises, factor, leastShare, manyPromises } = unusualUseParameters

/** In words that a page and an alert can show; the numbers come from the parameters. */
export const unusualUseBasis: LegalBasis = ownDefaultsOf('信选预警默认规则 ZZ-ALERT-1')(
  'ZZ-A1.8',
  `近${windowDays}日内，同一人员或机构的容缺占比或者未履行占比达到${leastShare * 100}%且为其他人的${factor}倍以上（至少${leastPromises}件），或者同一申请人承诺达到${manyPromises}件`,
  `Within ${windowDays} days, a share of tolerance or of broken promises of ${leastShare * 100} % or more and ${factor} times that of the others (from ${leastPromises} promises on), or ${manyPromises} promises of one applicant`,
)

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Far above the others: with nobody to compare with, the share alone decides. */
const isFarAbove = (own: number, peers: number, parameters: UnusualUseParameters): boolean =>
  own >= parameters.leastShare && own >= parameters.factor * peers

/**
 * What is unusual about somebody's use of tolerance (rulebook R7); empty: nothing. A sign is a reason to look, never a finding. An applicant
 * is judged by number alone: who keeps every promise may well give many, and the page says how many were kept.
 */
export function unusualSignsOf(use: PromiseUse, parameters: UnusualUseParameters = unusualUseParameters): readonly UnusualSign[] {
  const { actor, cases, promises, broken, peerCases, peerPromises, peerBroken } = use
  if (actor === 'APPLICANT') return promises >= parameters.manyPromises ? ['MANY_PROMISES'] : []
  if (promises < parameters.leastPromises) return []
  const signs: UnusualSign[] = []
  // An intermediary grants nothing: only what became of the promises of its results counts.
  const isShareJudged = actor === 'OFFICER' && peerCases > 0
  if (isShareJudged && isFarAbove(shareOf(promises, cases), shareOf(peerPromises, peerCases), parameters))
    signs.push('SHARE_FAR_ABOVE_PEERS')
  if (isFarAbove(shareOf(broken, promises), shareOf(peerBroken, peerPromises), parameters)) signs.push('BROKEN_FAR_ABOVE_PEERS')
  return signs
}
