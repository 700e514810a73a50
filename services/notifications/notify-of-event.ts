import type { Prisma } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { noticeRules } from './notice-rules.ts'
import { recipientKey } from './notice.ts'
import type { Notice, Recipient } from './notice.ts'
import { queueMails } from './queue-mails.ts'

/** Rows per statement: an announcement may go to every firm of a city. */
const BATCH = 1000

interface OutboxFacts {
  readonly id: bigint
  readonly topic: string
  readonly entityId: string
}

/**
 * Leaves one notification per event and recipient, and the mails that go with it; the outbox id makes a replay harmless. Whoever is
 * addressed twice by one event is told the first sentence only.
 */
export async function notifyOfEvent(unit: UnitOfWork, event: OutboxFacts): Promise<void> {
  const notices = (await noticeRules[event.topic]?.noticesOf(unit.tx, event.entityId)) ?? []
  const rows = notices.flatMap((notice) => notice.recipients.map((recipient) => rowOf(unit, event, notice, recipient)))
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    const made = await unit.tx.notification.createManyAndReturn({ data: batch, skipDuplicates: true, select: { id: true } })
    const ids = made.map(({ id }) => id)
    await queueMails(unit, ids)
  }
}

function rowOf({ now }: UnitOfWork, event: OutboxFacts, { kind, facts }: Notice, recipient: Recipient): Prisma.NotificationCreateManyInput {
  return { ...recipient, recipient: recipientKey(recipient), kind, facts: asJson(facts) ?? {}, createdAt: now, outboxId: event.id }
}
