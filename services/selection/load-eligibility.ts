import type { ChosenStanding } from '#domain/engagements/choose.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import { checkBidder, checkWinner } from '#domain/selection/eligibility.ts'
import type { EligibilityRefusal, EligibleBidder } from '#domain/selection/eligibility.ts'
import type { ServiceItem } from '#domain/catalogue/service-item.ts'
import type { Tx } from '#prisma/client.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { loadChoiceFacts } from '../engagements/load-choice-facts.ts'
import { isPreselected } from './preselection-membership.ts'

type Terms = Pick<
  Selection,
  'applicantId' | 'mode' | 'serviceItemCode' | 'divisionCode' | 'size' | 'ceilingFen' | 'maxWorkingDays' | 'preselectionPoolId' | 'closedAt'
>

/** Which firm is asked about, and in which round. */
export interface EligibilityQuestion {
  readonly intermediaryId: string
  readonly selection: Terms
  /** At the award: the fee won with; list, certificate, ties, catalogue and ceiling are asked, the price list no longer. */
  readonly wonFeeFen?: number
}

/** The firm with all that it is eligible by. */
export interface Eligible extends EligibleBidder {
  readonly subjectId: string
  readonly uscc: string
  readonly name: string
  readonly item: ServiceItem
  readonly standing: ChosenStanding
}

/**
 * Whether the firm may sign up, stand in the pool or be awarded at `now` (rulebook R3): list, suspension, certificate, ties to the agency,
 * catalogue, division, preselection pool, announced terms. A listing under way finishes first and is seen; one that comes later waits
 * until the asking transaction is done.
 */
export async function checkEligibility(
  tx: Tx,
  { intermediaryId, selection, wonFeeFen }: EligibilityQuestion,
  now: Date,
): Promise<Result<Eligible, EligibilityRefusal>> {
  const { subjectId, subject } = await tx.intermediary.findUniqueOrThrow({ where: { id: intermediaryId }, include: { subject: true } })
  await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "id" = ${subjectId}::uuid FOR SHARE`
  const { applicantId, serviceItemCode, divisionCode, size, preselectionPoolId, closedAt } = selection
  const uscc = subject.uscc ?? ''
  const facts = await loadChoiceFacts(tx, { uscc, serviceItemCode, divisionCode }, now)
  if ('unknown' in facts) throw new Error(`selection with unknown ${facts.unknown}`)
  const checked =
    wonFeeFen === undefined
      ? checkBidder(facts, { ...selection, applicantSubjectId: applicantId })
      : checkWinner(facts, { feeFen: wonFeeFen, size })
  if (!checked.ok) return checked
  // A pool that its keeper closes after sign-up takes nobody's win; whoever is out of it by then is out all the same.
  const member = preselectionPoolId === null ? ok(true) : await isPreselected(tx, preselectionPoolId, intermediaryId, now, closedAt ?? now)
  if (!member.ok) return member
  const { offering, item, standing } = facts
  if (!offering) throw new Error(`no offering of ${uscc} for ${serviceItemCode}`)
  return ok({ ...checked.value, offering, subjectId, uscc, name: subject.name, item, standing })
}
