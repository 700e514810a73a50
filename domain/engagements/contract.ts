import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { StepForbidden, TransitionTable } from '#domain/kernel/transition-table.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { EngagementStepRefusal } from './delivery.ts'
import type { EngagementState } from './engagement.ts'

/** The two parties of an engagement. */
export const engagementSides = ['OWNER', 'INTERMEDIARY'] as const
export type EngagementSide = (typeof engagementSides)[number]

export const otherSide = (side: EngagementSide): EngagementSide => (side === 'OWNER' ? 'INTERMEDIARY' : 'OWNER')

/** One version of a contract: proposed by one side, in force once the other agrees, until a later version replaces it. */
export const contractStates = ['PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'DECLINED'] as const
export type ContractState = (typeof contractStates)[number]

export const contractTransitions: TransitionTable<ContractState> = {
  PROPOSED: ['IN_FORCE', 'DECLINED'],
  IN_FORCE: ['SUPERSEDED'],
  SUPERSEDED: [],
  DECLINED: [],
}
/** IN_FORCE may stay so for good, but can be left: it is not among them. */
export const finalContractStates: readonly ContractState[] = ['SUPERSEDED', 'DECLINED']

/** What both sides agree to. `promisedWorkingDays` are counted from the day on which the first version came into force (our own rule). */
export interface ContractTerms {
  readonly feeFen: number
  readonly promisedWorkingDays: number
  readonly scope: string
  readonly liability: string
}

/** One version as it stands. */
export interface ContractVersion extends ContractTerms {
  readonly contractVersion: number
  readonly state: ContractState
  readonly proposedBySide: EngagementSide
  readonly answeredAt: Date | null
}

/** An engagement as its contract sees it: the fee confirmed at the choice, and the government's ceiling where one binds. */
export interface ContractedEngagement {
  readonly state: EngagementState
  readonly feeFen: number
  readonly ceilingFen: number | null
  readonly contracts: readonly ContractVersion[]
}

interface Rules {
  readonly now: Date
  readonly calendar: WorkingCalendar
}

export type ContractRefusal =
  | EngagementStepRefusal
  | StepForbidden<ContractState>
  | CalendarNotLoaded
  | { readonly code: 'CONTRACT_PROPOSAL_OPEN'; readonly contractVersion: number }
  | { readonly code: 'NO_CONTRACT_PROPOSAL' }
  | { readonly code: 'OWN_PROPOSAL' }
  | { readonly code: 'CHANGE_REASONS_REQUIRED' }
  | { readonly code: 'FEE_OVER_CHOICE'; readonly feeFen: number; readonly chosenFeeFen: number }
  | { readonly code: 'FEE_OVER_CEILING'; readonly feeFen: number; readonly feeCeilingFen: number }

/** The version in force; null before there is one. */
export const contractInForce = <C extends Pick<ContractVersion, 'state'>>(contracts: readonly C[]): C | null =>
  contracts.find(({ state }) => state === 'IN_FORCE') ?? null

/** The version that waits for the other side's answer. */
export const openProposal = <C extends Pick<ContractVersion, 'state'>>(contracts: readonly C[]): C | null =>
  contracts.find(({ state }) => state === 'PROPOSED') ?? null

/**
 * Whether a side may propose these terms now, and as which version (rulebook R4). One proposal waits at a time; a change says why. The day
 * in the answer is the delivery day if it were agreed today.
 */
export function decideProposal(
  engagement: ContractedEngagement,
  proposal: ContractTerms & { readonly side: EngagementSide; readonly reasons: string; readonly isRaisedFeeAccepted: boolean },
  rules: Rules,
): Result<{ readonly contractVersion: number; readonly deliverDueOn: CalendarDay }, ContractRefusal> {
  const refusal = notUnderWay(engagement.state) ?? feeRefusal(engagement, proposal)
  if (refusal) return refuse(refusal)
  const open = openProposal(engagement.contracts)
  if (open) return refuse({ code: 'CONTRACT_PROPOSAL_OPEN', contractVersion: open.contractVersion })
  if (contractInForce(engagement.contracts) && proposal.reasons.trim() === '') return refuse({ code: 'CHANGE_REASONS_REQUIRED' })
  const due = deliverDueOnOf(engagement.contracts, proposal.promisedWorkingDays, rules)
  if (!due.ok) return due
  return ok({ contractVersion: Math.max(0, ...engagement.contracts.map((one) => one.contractVersion)) + 1, deliverDueOn: due.value })
}

/**
 * Whether the side may agree to the proposal that waits: never to its own, and the owner to a fee above the chosen one only by saying so
 * expressly. `superseded` is the version that the agreed one replaces.
 */
export function decideAgreement(
  engagement: ContractedEngagement,
  answer: { readonly side: EngagementSide; readonly isRaisedFeeAccepted: boolean },
  rules: Rules,
): Result<{ readonly agreed: number; readonly superseded: number | null; readonly deliverDueOn: CalendarDay }, ContractRefusal> {
  const wrong = notUnderWay(engagement.state)
  if (wrong) return refuse(wrong)
  const open = openProposal(engagement.contracts)
  if (!open) return refuse({ code: 'NO_CONTRACT_PROPOSAL' })
  if (open.proposedBySide === answer.side) return refuse({ code: 'OWN_PROPOSAL' })
  const tooMuch = feeRefusal(engagement, { ...answer, feeFen: open.feeFen })
  if (tooMuch) return refuse(tooMuch)
  const moved = moveTo(contractTransitions, open.state, 'IN_FORCE')
  if (!moved.ok) return moved
  const due = deliverDueOnOf(engagement.contracts, open.promisedWorkingDays, rules)
  if (!due.ok) return due
  const superseded = contractInForce(engagement.contracts)?.contractVersion ?? null
  return ok({ agreed: open.contractVersion, superseded, deliverDueOn: due.value })
}

/** Whether the proposal that waits may be declined now; by its own side that is a withdrawal. The version in force stays. */
export function decideDecline(
  engagement: ContractedEngagement,
  side: EngagementSide,
): Result<{ readonly contractVersion: number; readonly isWithdrawal: boolean }, ContractRefusal> {
  const open = openProposal(engagement.contracts)
  if (!open) return refuse({ code: 'NO_CONTRACT_PROPOSAL' })
  const moved = moveTo(contractTransitions, open.state, 'DECLINED')
  return moved.ok ? ok({ contractVersion: open.contractVersion, isWithdrawal: open.proposedBySide === side }) : moved
}

function notUnderWay(state: EngagementState): EngagementStepRefusal | null {
  return state === 'ACTIVE' ? null : { code: 'ENGAGEMENT_WRONG_STATE', state, allowed: ['ACTIVE'] }
}

/** No fee over the government's ceiling by anyone's consent (rulebook R2), none over the chosen one without the owner's (R3). */
function feeRefusal(
  { feeFen: chosenFeeFen, ceilingFen }: ContractedEngagement,
  { feeFen, side, isRaisedFeeAccepted }: { readonly feeFen: number; readonly side: EngagementSide; readonly isRaisedFeeAccepted: boolean },
): ContractRefusal | null {
  if (ceilingFen !== null && feeFen > ceilingFen) return { code: 'FEE_OVER_CEILING', feeFen, feeCeilingFen: ceilingFen }
  if (side === 'OWNER' && feeFen > chosenFeeFen && !isRaisedFeeAccepted) return { code: 'FEE_OVER_CHOICE', feeFen, chosenFeeFen }
  return null
}

/** The last of the promised working days after the first version came into force; before there is one, after today. */
function deliverDueOnOf(
  contracts: readonly ContractVersion[],
  promisedWorkingDays: number,
  { now, calendar }: Rules,
): Result<CalendarDay, CalendarNotLoaded> {
  const [first] = contracts
    .filter(({ state }) => state === 'IN_FORCE' || state === 'SUPERSEDED')
    .toSorted((a, b) => a.contractVersion - b.contractVersion)
  return addWorkingDays(shanghaiDayOf(first?.answeredAt ?? now), promisedWorkingDays, calendar)
}
