import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { bodiesHolding } from '../bodies-holding.ts'
import { telling } from '../notice.ts'
import type { NoticeRule, Recipient } from '../notice.ts'

const load = (tx: Tx, id: string) =>
  tx.violationCase.findUniqueOrThrow({ where: { id }, include: { hearing: true, subject: { select: { divisionCode: true } } } })
type Case = Awaited<ReturnType<typeof load>>

/** A sentence about a case, to whom the case itself says. */
const ofCase = (kind: string, recipientsOf: (tx: Tx, row: Case) => readonly Recipient[] | Promise<readonly Recipient[]>): NoticeRule =>
  telling([kind], async (tx, id) => {
    const row = await load(tx, id)
    const dueOn = { defenceDueOn: fromDbDayOrNull(row.defenceDueOn), appealDueOn: fromDbDayOrNull(row.appealDueOn) }
    const hearingOn = row.hearing?.scheduledFor ? shanghaiDayOf(row.hearing.scheduledFor) : null
    const facts = { number: row.number, ...dueOn, investigationDueOn: fromDbDayOrNull(row.investigationDueOn), hearingOn }
    return [{ kind, recipients: await recipientsOf(tx, row), facts }]
  })

const party = (_tx: Tx, { subjectId }: Case): readonly Recipient[] => [{ subjectId }]
const deciders = (tx: Tx): Promise<readonly Recipient[]> => bodiesHolding(tx, 'DECIDER', null)
const investigator = (_tx: Tx, { investigatorId }: Case): readonly Recipient[] => (investigatorId ? [{ userId: investigatorId }] : [])

/** Hearings and deadlines of violation cases. */
export const caseNotices: Readonly<Record<string, NoticeRule>> = {
  'listings.hearingRequested': ofCase('listings.hearingRequested', deciders),
  'listings.hearingRefused': ofCase('listings.hearingRefused', party),
  'listings.hearingScheduled': ofCase('listings.hearingScheduled', party),
  'listings.hearingClosed': ofCase('listings.hearingClosed', deciders),
  'listings.defenceDue': ofCase('listings.defenceDue', party),
  'listings.appealDue': ofCase('listings.appealDue', party),
  'listings.investigationDue': ofCase('listings.investigationDue', investigator),
  'listings.investigationOverdue': ofCase('listings.investigationOverdue', async (tx, row) => [
    ...investigator(tx, row),
    ...(await bodiesHolding(tx, 'REFORM_OFFICE', row.subject.divisionCode)),
  ]),
  'listings.hearingAhead': telling(['listings.hearingAhead', 'listings.hearingToHold'], async (tx, id) => {
    const { case: of, presiderId, scheduledFor } = await tx.hearing.findUniqueOrThrow({ where: { id }, include: { case: true } })
    const facts = { number: of.number, hearingOn: scheduledFor && shanghaiDayOf(scheduledFor) }
    return [
      { kind: 'listings.hearingAhead', recipients: [{ subjectId: of.subjectId }], facts },
      { kind: 'listings.hearingToHold', recipients: presiderId ? [{ userId: presiderId }] : [], facts },
    ]
  }),
}
