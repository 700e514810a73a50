import type { Role } from '#domain/access/role.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { decidingChain } from '../../remedies/deciding-chain.ts'
import { bodiesHolding } from '../bodies-holding.ts'
import { receiversOfEntry } from '../receivers-of-entry.ts'
import { telling } from '../notice.ts'
import type { NoticeRule, Recipient } from '../notice.ts'

/**
 * What became of an entry: told to its party under the number of its case, and in words of their own to everyone who received the entry by a
 * check receipt.
 */
const ofEntry = (kind: string, receivedKind: string): NoticeRule =>
  telling([kind, receivedKind], async (tx, id) => {
    const entry = await tx.listEntry.findUniqueOrThrow({ where: { id }, include: { subject: true, case: { select: { number: true } } } })
    const { subjectId, list, subject, delistingNumber } = entry
    const facts = { entry: entry.number, list, delistingNumber, name: subject.name, untilOn: fromDbDayOrNull(entry.untilOn) }
    return [
      { kind, recipients: [{ subjectId }], facts: { ...facts, number: entry.case?.number ?? entry.number } },
      { kind: receivedKind, recipients: await receiversOfEntry(tx, entry), facts: { ...facts, number: entry.number } },
    ]
  })

const appealOf = (tx: Tx, id: string) => tx.appeal.findUniqueOrThrow({ where: { id }, include: { case: true } })

/** Who can review an appeal: whoever took it up, else the bodies with reviewers outside the chain of who decided. */
async function reviewersOf(tx: Tx, { reviewerId, case: decided }: Awaited<ReturnType<typeof appealOf>>): Promise<readonly Recipient[]> {
  if (reviewerId) return [{ userId: reviewerId }]
  const chain = (await decidingChain(tx, decided)) ?? []
  const bodies = await bodiesHolding(tx, 'APPEAL_REVIEWER', null)
  return bodies.filter((body) => !('organisationId' in body && chain.includes(body.organisationId)))
}

const toReviewers = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const appeal = await appealOf(tx, id)
    const facts = { number: appeal.number, dueOn: fromDbDay(appeal.answerDueOn) }
    return [{ kind, recipients: await reviewersOf(tx, appeal), facts }]
  })

const toAppellant = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { subjectId, number, state, answerDueOn } = await appealOf(tx, id)
    return [{ kind, recipients: [{ subjectId }], facts: { number, state, dueOn: fromDbDay(answerDueOn) } }]
  })

const ofRepair = (kind: string, role: Role | null): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { subjectId, number, state, answerDueOn } = await tx.creditRepair.findUniqueOrThrow({ where: { id } })
    const recipients = role ? await bodiesHolding(tx, role, null) : [{ subjectId }]
    return [{ kind, recipients, facts: { number, state, dueOn: fromDbDay(answerDueOn) } }]
  })

/** Objections to data are answered where appeals are heard; an office that keeps the register may answer, too. */
const ofDataObjection = (kind: string, role: Role | null): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { subjectId, number, state, answerDueOn } = await tx.dataObjection.findUniqueOrThrow({ where: { id } })
    const recipients = role ? await bodiesHolding(tx, role, null) : [{ subjectId }]
    return [{ kind, recipients, facts: { number, state, dueOn: fromDbDay(answerDueOn) } }]
  })

/** Remedies: how they end, and what waits for those who decide them. */
export const remedyNotices: Readonly<Record<string, NoticeRule>> = {
  'listings.entryAnnulled': ofEntry('listings.entryAnnulled', 'listings.receivedEntryAnnulled'),
  'listings.entryRepaired': ofEntry('listings.entryRepaired', 'listings.receivedEntryRepaired'),
  'listings.entryRemoved': ofEntry('listings.entryRemoved', 'listings.receivedEntryRemoved'),
  'listings.entryRestored': ofEntry('listings.entryRestored', 'listings.receivedEntryRestored'),
  'listings.entryVaried': ofEntry('listings.entryVaried', 'listings.receivedEntryVaried'),

  'remedies.appealFiled': toReviewers('remedies.appealToReview'),
  'remedies.appealDue': toReviewers('remedies.appealDue'),
  'remedies.appealTakenUp': toAppellant('remedies.appealTakenUp'),
  'remedies.appealDecided': toAppellant('remedies.appealDecided'),

  'remedies.repairFiled': ofRepair('remedies.repairToDecide', 'DECIDER'),
  'remedies.repairDue': ofRepair('remedies.repairDue', 'DECIDER'),
  'remedies.repairDecided': ofRepair('remedies.repairDecided', null),
  'remedies.repairPossible': telling(['remedies.repairPossible'], async (tx, id) => {
    const { subjectId, number } = await tx.listEntry.findUniqueOrThrow({ where: { id } })
    return [{ kind: 'remedies.repairPossible', recipients: [{ subjectId }], facts: { number } }]
  }),

  'remedies.dataObjected': ofDataObjection('remedies.dataObjectionToAnswer', 'APPEAL_REVIEWER'),
  'remedies.dataObjectionDue': ofDataObjection('remedies.dataObjectionDue', 'APPEAL_REVIEWER'),
  'remedies.dataSourceAsked': ofDataObjection('remedies.dataSourceAsked', null),
  'remedies.dataObjectionDecided': ofDataObjection('remedies.dataObjectionDecided', null),
}
