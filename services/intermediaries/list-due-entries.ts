import { isDueForListing, submissionAt } from '#domain/intermediaries/entry-application.ts'
import type { CompleteEntry } from '#domain/intermediaries/entry-completeness.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import type { EntryApplication } from '#prisma/generated/client.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { UseCaseError } from '../kernel/use-case-error.ts'
import { enterIntermediary, normaliseEntry } from './enter-intermediary.ts'
import { lockExitedFirm, reenterIntermediary } from './reenter-intermediary.ts'
import { entryContext, saveEntryStep } from './lock-entry.ts'
import { readApplication } from './read-entry.ts'
import { registerIntermediaryInput } from './register-intermediary-input.ts'
import { toRegisterInput } from './to-register-input.ts'

type Outcome = 'LISTED' | 'SENT_BACK' | null

/**
 * Enters into the register whatever has been in publicity for its days without an open objection (rulebook R3). Two sweepers share the work:
 * what one holds the other skips. What the register would refuse today (somebody was blacklisted meanwhile, a certificate ran out) goes back
 * to the form check, because only an officer decides.
 */
export async function listDueEntries(context: UseCaseContext): Promise<{ listed: number; sentBack: number }> {
  demand(context, 'entry.list')
  const due = await context.prisma.entryApplication.findMany({
    where: {
      state: 'PUBLICITY',
      publicityUntilOn: { lt: toDbDay(shanghaiDayOf(context.clock.now())) },
      objections: { none: { state: 'OPEN' } },
    },
    select: { id: true },
    orderBy: [{ publicityUntilOn: 'asc' }, { id: 'asc' }],
  })
  const outcomes: Outcome[] = []
  for (const { id } of due) outcomes.push(await listOrSendBack(context, id))
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length
  return { listed: count('LISTED'), sentBack: count('SENT_BACK') }
}

async function listOrSendBack(context: UseCaseContext, id: string): Promise<Outcome> {
  try {
    return await runInTransaction(context, (unit) => listOne(unit, id))
  } catch (error) {
    if (!(error instanceof UseCaseError)) throw error
    // The register refused it after all; its transaction is undone, and a new one says so.
    return runInTransaction(context, async (unit) => {
      const row = await holdDue(unit, id)
      return row && sendBack(unit, row, [error.code])
    })
  }
}

/** The application, ours until commit; null where it isn't due (any more) or another sweeper holds it. */
async function holdDue({ tx, now }: UnitOfWork, id: string): Promise<EntryApplication | null> {
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "EntryApplication" WHERE "id" = ${id}::uuid FOR UPDATE SKIP LOCKED`
  if (held.length === 0) return null
  const row = await tx.entryApplication.findUniqueOrThrow({ where: { id } })
  const open = await tx.entryObjection.count({ where: { applicationId: id, state: 'OPEN' } })
  const { state, publicityFromOn, publicityUntilOn } = row
  const published = { state, publicityFromOn: fromDbDayOrNull(publicityFromOn), publicityUntilOn: fromDbDayOrNull(publicityUntilOn) }
  return isDueForListing(published, open, shanghaiDayOf(now)) ? row : null
}

async function listOne(unit: UnitOfWork, id: string): Promise<Outcome> {
  const row = await holdDue(unit, id)
  if (!row) return null
  const { entry, findings, problems } = await readApplication(unit.tx, row, unit.now)
  const blocking = findings.filter(({ level }) => level === 'BLOCKS').map(({ code }) => code)
  if (!entry || blocking.length > 0) return sendBack(unit, row, [...problems.map(({ code }) => code), ...blocking])
  const intermediaryId = await enter(unit, row, entry)
  await saveEntryStep(
    unit,
    row,
    { state: 'LISTED', closedAt: unit.now, intermediaryId },
    { action: 'entry.list', after: { intermediaryId } },
  )
  await unit.outbox('entries.listed', 'EntryApplication', row.id)
  return 'LISTED'
}

/** The firm in the register, for the first time or again, and its applicant as the first who acts for it. */
async function enter(unit: UnitOfWork, row: EntryApplication, entry: CompleteEntry): Promise<string> {
  const { tx, now } = unit
  const input = parseInput(registerIntermediaryInput, toRegisterInput(unit.context, row, entry))
  const normalised = normaliseEntry(input)
  const former = await lockExitedFirm(unit, normalised.uscc)
  const intermediaryId = former
    ? await reenterIntermediary(unit, former, normalised, shanghaiDayOf(now))
    : await enterIntermediary(unit, normalised, shanghaiDayOf(now))
  const { subject } = await tx.intermediary.findUniqueOrThrow({
    where: { id: intermediaryId },
    select: { subject: { select: { organisation: { select: { id: true } } } } },
  })
  const organisationId = subject.organisation?.id
  if (organisationId === undefined) throw new Error(`no organisation for intermediary ${intermediaryId}`)
  const membership = { userId: row.applicantUserId, organisationId, roles: ['INTERMEDIARY' as const] }
  // Who comes back may still belong to the firm from before.
  const { count } = await tx.membership.createMany({ data: [{ ...membership, createdAt: now }], skipDuplicates: true })
  if (count === 0) return intermediaryId
  await unit.audit({ action: 'membership.grant', entity: 'Organisation', entityId: organisationId, after: membership })
  return intermediaryId
}

/** Back to the form check, with what was found. */
async function sendBack(unit: UnitOfWork, row: EntryApplication, findings: readonly string[]): Promise<Outcome> {
  const { submittedAt: _asBefore, checkDueOn, ...event } = unwrap(submissionAt(await entryContext(unit)))
  const data = { ...event, checkDueOn: toDbDay(checkDueOn), checkedById: null, checkedAt: null, usccOverrideById: null }
  await saveEntryStep(unit, row, data, { action: 'entry.recheck', after: { findings: [...new Set(findings)], checkDueOn } })
  await unit.outbox('entries.recheck', 'EntryApplication', row.id)
  return 'SENT_BACK'
}
