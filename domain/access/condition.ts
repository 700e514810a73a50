import type { Viewer } from './viewer.ts'

/**
 * The facts of the thing somebody wants to act on. Left out = not known to the caller, and whatever depends on it is refused.
 * Null = known to be nobody (a listing case opened by the system has no reporter).
 */
export interface PermissionSubject {
  /** The agency whose case it is. */
  readonly agencyOrganisationId?: string | null
  /** The organisation that a key or membership belongs to. */
  readonly organisationId?: string | null
  readonly applicantSubjectId?: string | null
  readonly intermediarySubjectId?: string | null
  /** The party a finding, listing or receipt is about. */
  readonly concernedSubjectId?: string | null
  readonly reporterUserId?: string | null
  readonly investigatorUserId?: string | null
  readonly deciderUserId?: string | null
  /** The body that decided, those above it and those below it; null where it isn't known who decided. */
  readonly decidingChain?: readonly string[] | null
  /** The officer who handles the approval case, or the complaint. */
  readonly officerUserId?: string | null
  /** Whose account it is. */
  readonly accountUserId?: string | null
  /** Who applies for an institution to enter the register. */
  readonly entrantUserId?: string | null
}

const isSame = (own: string | null, fact: string | null | undefined): boolean => own !== null && fact === own

/** True only when it is known who did the other step, and it was not the viewer. */
const isAnother = (own: string | null, fact: string | null | undefined): boolean => own !== null && fact !== undefined && fact !== own

/** What a grant can demand beyond the role. Each line reads as a sentence about the viewer and the thing acted on. */
export const conditions = {
  /** A person, not a key: somebody has to answer for it. */
  isPerson: (viewer: Viewer) => viewer.kind === 'USER' && viewer.userId !== null,
  actsForOwnSubject: (viewer: Viewer) => viewer.subjectId !== null,
  isApplicant: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.subjectId, on.applicantSubjectId),
  isIntermediary: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.subjectId, on.intermediarySubjectId),
  isPartyConcerned: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.subjectId, on.concernedSubjectId),
  isOfCaseAgency: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.organisationId, on.agencyOrganisationId),
  isOfOwnOrganisation: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.organisationId, on.organisationId),
  isInvestigatorOfCase: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.userId, on.investigatorUserId),
  isNotReporter: (viewer: Viewer, on: PermissionSubject) => isAnother(viewer.userId, on.reporterUserId),
  isNotInvestigator: (viewer: Viewer, on: PermissionSubject) => isAnother(viewer.userId, on.investigatorUserId),
  isNotDecider: (viewer: Viewer, on: PermissionSubject) => isAnother(viewer.userId, on.deciderUserId),
  /** An appeal is heard outside the chain of who decided (rulebook R5). */
  isOutsideDecidingChain: (viewer: Viewer, on: PermissionSubject) =>
    viewer.organisationId !== null && on.decidingChain?.includes(viewer.organisationId) === false,
  isNotOwnAccount: (viewer: Viewer, on: PermissionSubject) => isAnother(viewer.userId, on.accountUserId),
  isEntrant: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.userId, on.entrantUserId),
  isNotEntrant: (viewer: Viewer, on: PermissionSubject) => isAnother(viewer.userId, on.entrantUserId),
  isOfficerOfCase: (viewer: Viewer, on: PermissionSubject) => isSame(viewer.userId, on.officerUserId),
  isNotOfficerOfCase: (viewer: Viewer, on: PermissionSubject) => isAnother(viewer.userId, on.officerUserId),
  /** Recusal 回避: nobody judges a party that is themselves or their own firm. */
  isNotPartyConcerned: (viewer: Viewer, on: PermissionSubject) =>
    viewer.subjectId === null || (viewer.subjectId !== on.concernedSubjectId && viewer.subjectId !== on.applicantSubjectId),
} as const

export type Condition = keyof typeof conditions
