import { receiversOfEntry } from '../receivers-of-entry.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

/** The end of an entry: told to its party, and in words of their own to everyone who received it by a check receipt. */
const ofEntry = (kind: string, receivedKind: string): NoticeRule =>
  telling([kind, receivedKind], async (tx, id) => {
    const entry = await tx.listEntry.findUniqueOrThrow({ where: { id }, include: { subject: { select: { name: true } } } })
    const { subjectId, number, list, delistingNumber, subject } = entry
    return [
      { kind, recipients: [{ subjectId }], facts: { number, list, delistingNumber } },
      { kind: receivedKind, recipients: await receiversOfEntry(tx, entry), facts: { number, list, delistingNumber, name: subject.name } },
    ]
  })

/** How remedies end, and what waits for those who decide them. */
export const remedyNotices: Readonly<Record<string, NoticeRule>> = {
  'listings.entryAnnulled': ofEntry('listings.entryAnnulled', 'listings.receivedEntryAnnulled'),
  'listings.entryRepaired': ofEntry('listings.entryRepaired', 'listings.receivedEntryRepaired'),
  'listings.entryRemoved': ofEntry('listings.entryRemoved', 'listings.receivedEntryRemoved'),
}
