import { readEntry } from '#domain/intermediaries/entry-completeness.ts'
import type { CompleteEntry, EntryProblem } from '#domain/intermediaries/entry-completeness.ts'
import { findingsOf } from '#domain/intermediaries/entry-findings.ts'
import type { EntryFinding } from '#domain/intermediaries/entry-findings.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { EntryApplication } from '#prisma/generated/client.ts'
import { loadEntryFacts } from './load-entry-facts.ts'
import { draftOf, entryRulesOn } from './lock-entry.ts'

/** What an application says today: all of it where nothing is missing, what is missing, and what the register has against it. */
export interface EntryReading {
  readonly entry: CompleteEntry | null
  readonly problems: readonly EntryProblem[]
  readonly findings: readonly EntryFinding[]
}

/** Reads an application as the summary, the form check and the listing do. Findings need a complete application. */
export async function readApplication(tx: Tx, row: EntryApplication, now: Date): Promise<EntryReading> {
  const { entry, problems } = readEntry(draftOf(row), entryRulesOn(now))
  if (!entry) return { entry, problems, findings: [] }
  return { entry, problems, findings: findingsOf(entry, await loadEntryFacts(tx, row.id, entry, shanghaiDayOf(now))) }
}
