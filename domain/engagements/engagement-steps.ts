import type { ContractVersion, EngagementSide } from './contract.ts'
import { contractInForce, openProposal } from './contract.ts'
import type { Deliverable } from './deliverable.ts'
import { openDeliverable } from './deliverable.ts'
import type { Dispute } from './dispute.ts'
import type { Milestone } from './milestone.ts'
import { mostMilestones } from './milestone.ts'
import type { TerminableEngagement, TerminationCause } from './termination.ts'
import { causesOpenTo } from './termination.ts'

/** What a party can do in an engagement. */
export const engagementSteps = [
  'PROPOSE_CONTRACT',
  'AGREE_CONTRACT',
  'DECLINE_CONTRACT',
  'WITHDRAW_CONTRACT',
  'PLAN_MILESTONE',
  'REPORT_MILESTONE',
  'CONFIRM_MILESTONE',
  'DELIVER',
  'ANSWER_DELIVERABLE',
  'TERMINATE',
  'ANSWER_TERMINATION',
  'WITHDRAW_TERMINATION',
  'RAISE_DISPUTE',
  'STATE_ON_DISPUTE',
  'END_DISPUTE',
] as const
export type EngagementStep = (typeof engagementSteps)[number]

/** All that the next steps follow from. */
export interface EngagementRecord extends TerminableEngagement {
  readonly contracts: readonly Pick<ContractVersion, 'state' | 'proposedBySide'>[]
  readonly milestones: readonly Milestone[]
  readonly deliverables: readonly Pick<Deliverable, 'state'>[]
  readonly disputes: readonly Dispute[]
}

/** The steps that are lawful for the side now, in their usual order: a page shows these and no others. */
export function stepsOpenTo(record: EngagementRecord, side: EngagementSide): readonly EngagementStep[] {
  return engagementSteps.filter((step) => isOpen[step](record, side))
}

/** The causes for which the side could end the engagement. */
export const terminationsOpenTo = (record: EngagementRecord, side: EngagementSide): readonly TerminationCause[] =>
  causesOpenTo(record, side)

const isUnderWay = ({ state }: EngagementRecord) => state === 'ACTIVE'
const mayPlan = (record: EngagementRecord) => isUnderWay(record) && contractInForce(record.contracts) !== null
const openDispute = ({ disputes }: EngagementRecord) => disputes.find(({ state }) => state === 'OPEN')

const isOpen: Readonly<Record<EngagementStep, (record: EngagementRecord, side: EngagementSide) => boolean>> = {
  PROPOSE_CONTRACT: (record) => isUnderWay(record) && openProposal(record.contracts) === null,
  AGREE_CONTRACT: (record, side) => isUnderWay(record) && (openProposal(record.contracts)?.proposedBySide ?? side) !== side,
  DECLINE_CONTRACT: (record, side) => isUnderWay(record) && (openProposal(record.contracts)?.proposedBySide ?? side) !== side,
  WITHDRAW_CONTRACT: (record, side) => isUnderWay(record) && openProposal(record.contracts)?.proposedBySide === side,
  PLAN_MILESTONE: (record) => mayPlan(record) && record.milestones.length < mostMilestones,
  REPORT_MILESTONE: (record, side) => side === 'INTERMEDIARY' && mayPlan(record) && record.milestones.some(({ isDone }) => !isDone),
  CONFIRM_MILESTONE: ({ milestones }, side) => side === 'OWNER' && milestones.some((one) => one.isDone && !one.isConfirmed),
  DELIVER: (record, side) => side === 'INTERMEDIARY' && mayPlan(record),
  ANSWER_DELIVERABLE: ({ deliverables }, side) => side === 'OWNER' && openDeliverable(deliverables) !== null,
  TERMINATE: (record, side) => causesOpenTo(record, side).length > 0,
  ANSWER_TERMINATION: ({ proposedBySide, state }, side) => isRunning(state) && proposedBySide !== null && proposedBySide !== side,
  WITHDRAW_TERMINATION: ({ proposedBySide, state }, side) => isRunning(state) && proposedBySide === side,
  RAISE_DISPUTE: (record) => openDispute(record) === undefined,
  STATE_ON_DISPUTE: (record, side) => {
    const dispute = openDispute(record)
    return dispute !== undefined && dispute.raisedBySide !== side && !dispute.isStated
  },
  END_DISPUTE: (record, side) => openDispute(record)?.raisedBySide === side,
}

const isRunning = (state: EngagementRecord['state']) => state === 'ACTIVE' || state === 'DELIVERED'
