import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import type { EntryContext } from '#domain/intermediaries/entry-application.ts'
import { entryDraftSchema } from '#domain/intermediaries/entry-draft.ts'
import type { EntryDraft } from '#domain/intermediaries/entry-draft.ts'
import { entryRuleSets } from '#domain/intermediaries/entry-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { EntryApplication, Prisma } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { entryFacts, visibleEntries } from './visible-entries.ts'

/**
 * Takes an application for one step; its row is ours until commit. Whoever waited for a twin finds a newer version and looks again.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockEntry(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<EntryApplication> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "EntryApplication" WHERE "number" = ${number} FOR UPDATE`
  const row = await tx.entryApplication.findFirst({ where: { AND: [{ number }, visibleEntries(viewer)] } })
  if (!row) throw new NotFoundError('EntryApplication')
  demand({ viewer }, permission, entryFacts(row))
  if (row.version !== version) throw new ConcurrentChangeError('EntryApplication')
  return row
}

/** Saves one step: the new columns, the next version, and the line in the audit trail that the timeline is read from. */
export async function saveEntryStep(
  unit: UnitOfWork,
  row: EntryApplication,
  data: Omit<Prisma.EntryApplicationUncheckedUpdateInput, 'version' | 'updatedAt'>,
  entry: Pick<AuditEntry, 'action' | 'basis' | 'after'>,
): Promise<EntryApplication> {
  const saved = await unit.tx.entryApplication.update({
    where: { id: row.id },
    data: { ...data, version: { increment: 1 }, updatedAt: unit.now },
  })
  await unit.audit({
    ...entry,
    entity: 'EntryApplication',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: { number: row.number, state: saved.state, ...(entry.after as object | undefined) },
  })
  return saved
}

/** What a step of today is decided against. */
export async function entryContext(unit: Pick<UnitOfWork, 'tx' | 'now'>): Promise<EntryContext> {
  return { now: unit.now, calendar: await loadCalendar(unit.tx), ruleSet: entryRulesOn(unit.now) }
}

/** The rules in force at that instant. */
export const entryRulesOn = (now: Date): EntryContext['ruleSet'] => unwrap(ruleSetOn(entryRuleSets, shanghaiDayOf(now)))

/** The draft as stored. */
export const draftOf = ({ draft }: Pick<EntryApplication, 'draft'>): EntryDraft => entryDraftSchema.parse(draft)
