import type { OnMiss } from '#domain/commitments/tolerance-parameters.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'

/** States of an approval case 办件. A DRAFT is the applicant's own until it is filed. REVOKED is an approval taken back because the commitment was untrue 撤销. */
export const caseStates = [
  'DRAFT',
  'FILED',
  'CORRECTION_REQUESTED',
  'NOT_ACCEPTED',
  'ACCEPTED',
  'DECIDED',
  'REFUSED',
  'WITHDRAWN',
  'REVOKED',
] as const
export type CaseState = (typeof caseStates)[number]

/** States that end a case but for an upheld objection. A decided case can still lose its approval. */
export const finalCaseStates: readonly CaseState[] = ['NOT_ACCEPTED', 'REFUSED', 'WITHDRAWN', 'REVOKED']

/**
 * The ordinary course. Correction is requested once (行政许可法 art. 32(4)), so no way leads back to it. ACCEPTED to
 * NOT_ACCEPTED is the revoked acceptance 撤销受理 of the rule-set variant `REVOKE_ACCEPTANCE`.
 */
export const caseTransitions: TransitionTable<CaseState> = {
  DRAFT: ['FILED'],
  FILED: ['ACCEPTED', 'CORRECTION_REQUESTED', 'NOT_ACCEPTED', 'WITHDRAWN'],
  CORRECTION_REQUESTED: ['ACCEPTED', 'NOT_ACCEPTED', 'WITHDRAWN'],
  NOT_ACCEPTED: [],
  ACCEPTED: ['DECIDED', 'REFUSED', 'WITHDRAWN', 'NOT_ACCEPTED'],
  DECIDED: ['REVOKED'],
  REFUSED: [],
  WITHDRAWN: [],
  REVOKED: [],
}

/** Steps on an upheld objection only: what a breach did to its case falls with the breach (R1). */
export const caseReopenings: TransitionTable<CaseState> = {
  DRAFT: [],
  FILED: [],
  CORRECTION_REQUESTED: [],
  NOT_ACCEPTED: ['ACCEPTED'],
  ACCEPTED: [],
  DECIDED: [],
  REFUSED: ['ACCEPTED'],
  WITHDRAWN: ['ACCEPTED'],
  REVOKED: ['DECIDED'],
}

/** What a miss makes of its accepted case, by the variant of the rule set (R1 `onMiss`). */
export const caseStateOnMiss: Readonly<Record<OnMiss, CaseState>> = {
  REFUSE: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  REVOKE_ACCEPTANCE: 'NOT_ACCEPTED',
}
