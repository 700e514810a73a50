import type { TransitionTable } from '#domain/kernel/transition-table.ts'

/** 新增 / 变更 / 取消 / 恢复 of one catalogue entry. */
export const catalogueChangeKinds = ['ADD', 'AMEND', 'CANCEL', 'RESTORE'] as const
export type CatalogueChangeKind = (typeof catalogueChangeKinds)[number]

/** Why the catalogue has to change decides who changes it: 机构改革和职能调整, or 法律法规规章的立、改、废 (001 三(二)5). */
export const catalogueChangeRoutes = ['ORGANISATIONAL', 'CHANGE_OF_LAW'] as const
export type CatalogueChangeRoute = (typeof catalogueChangeRoutes)[number]

export const catalogueChangeStates = [
  'APPLIED',
  'REFERRED',
  'EXAMINED',
  'DELIBERATED',
  'PUBLISHED',
  'FILED',
  'RETURNED',
  'REJECTED',
  'WITHDRAWN',
] as const
export type CatalogueChangeState = (typeof catalogueChangeStates)[number]

/** 申请 转办 审核 审议 公布 备案 退回 不予调整 撤回 */
export const catalogueChangeSteps = [
  'APPLICATION',
  'REFERRAL',
  'EXAMINATION',
  'DELIBERATION',
  'PUBLICATION',
  'FILING',
  'RETURN',
  'REJECTION',
  'WITHDRAWAL',
] as const
export type CatalogueChangeStep = (typeof catalogueChangeSteps)[number]

/** Where each step leads. An application handed in again after a return is an APPLICATION too. */
export const stateAfterStep: Readonly<Record<CatalogueChangeStep, CatalogueChangeState>> = {
  APPLICATION: 'APPLIED',
  REFERRAL: 'REFERRED',
  EXAMINATION: 'EXAMINED',
  DELIBERATION: 'DELIBERATED',
  PUBLICATION: 'PUBLISHED',
  FILING: 'FILED',
  RETURN: 'RETURNED',
  REJECTION: 'REJECTED',
  WITHDRAWAL: 'WITHDRAWN',
}

const untilPublication = {
  APPLIED: ['REFERRED', 'RETURNED', 'REJECTED', 'WITHDRAWN'],
  REFERRED: ['EXAMINED', 'RETURNED', 'REJECTED', 'WITHDRAWN'],
  EXAMINED: ['DELIBERATED', 'RETURNED', 'REJECTED', 'WITHDRAWN'],
  // Once deliberated the agency can't take it back; a proposal that was overtaken meanwhile is returned.
  DELIBERATED: ['PUBLISHED', 'RETURNED', 'REJECTED'],
  RETURNED: ['APPLIED', 'WITHDRAWN'],
  REJECTED: [],
  WITHDRAWN: [],
  FILED: [],
} as const satisfies Omit<TransitionTable<CatalogueChangeState>, 'PUBLISHED'>

/** The five steps 申请 → 转办 → 审核 → 审议 → 公布 (000 二(四)11); the organisational route ends with the filing in the city (001 三(二)5). */
export const catalogueTransitions: Readonly<Record<CatalogueChangeRoute, TransitionTable<CatalogueChangeState>>> = {
  ORGANISATIONAL: { ...untilPublication, PUBLISHED: ['FILED'] },
  CHANGE_OF_LAW: { ...untilPublication, PUBLISHED: [] },
}

export const finalCatalogueStates: Readonly<Record<CatalogueChangeRoute, readonly CatalogueChangeState[]>> = {
  ORGANISATIONAL: ['FILED', 'REJECTED', 'WITHDRAWN'],
  CHANGE_OF_LAW: ['PUBLISHED', 'FILED', 'REJECTED', 'WITHDRAWN'],
}

/** While it stands in one of these, no other adjustment of the same item may begin. */
export const runningCatalogueStates = ['APPLIED', 'REFERRED', 'EXAMINED', 'DELIBERATED', 'RETURNED'] as const

/** One step that was taken. `actorId` is the person, `organisationId` the body in whose name. */
export interface TakenStep {
  readonly kind: CatalogueChangeStep
  readonly onDay: string
  readonly actorId: string
  readonly organisationId: string
}

/** What the procedure needs to know of an adjustment. */
export interface CatalogueChange {
  readonly kind: CatalogueChangeKind
  readonly route: CatalogueChangeRoute
  readonly state: CatalogueChangeState
  readonly applyingAgencyId: string
  /** The reform office that handles it: of the agency's division, or the next above that has one. */
  readonly officeId: string
  /** The city's reform office, which examines and with which is filed. */
  readonly cityOfficeId: string
  /** In the order taken; the first is the application. */
  readonly steps: readonly TakenStep[]
  /** Version of the item the proposal was written against; null for an addition. */
  readonly baseVersion: number | null
}
