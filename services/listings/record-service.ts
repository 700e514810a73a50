import { z } from 'zod'
import { shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { decideService, documentToServe } from '#domain/listings/decide-service.ts'
import type { DocumentServed, ServedDocument } from '#domain/listings/decide-service.ts'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { caseStepInput, dayInput } from './case-step-input.ts'
import { lockCase, saveStep, violationContext } from './lock-case.ts'
import type { LockedCase } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const recordServiceInput = caseStepInput.extend({
  method: z.enum(serviceMethods),
  /** The day it was handed over, delivered or put up; today for the account. */
  servedOn: dayInput,
  /** Who took it, the number of the letter, where it was put up. */
  note: z.string().trim().max(2000).nullish(),
})

/**
 * Puts on record that the notice, the notice of the hearing or the decision of a case reached a party without an account 送达回证
 * (rulebook R5). The window to defend, or to appeal, runs from the day of service; so do the working days ahead of the hearing. Answers
 * with the case's id.
 */
export async function recordService(context: UseCaseContext, input: z.input<typeof recordServiceInput>): Promise<string> {
  const parsed = parseInput(recordServiceInput, input)
  const command = { operation: 'recordService', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.serve', parsed)
    demand(context, 'violation.serve', locked.facts)
    const document = documentToServe(locked.state)
    const { row } = locked
    // Asked first: a document that can't be served now leaves no trace of a service.
    const rules = await violationContext(unit)
    unwrap(decideService(locked.state, { document, servedOn: parsed.servedOn }, rules))
    await demandAfterIssue(unit, locked, document, parsed.servedOn)
    const documentNumber =
      { NOTICE: row.noticeNumber, HEARING_NOTICE: row.hearing?.noticeNumber, DECISION: row.decisionNumber }[document] ?? ''
    const servedOn = await serveDocument(unit, {
      ...{ procedure: 'VIOLATION_CASE', entityId: row.id, document, documentNumber, subjectId: row.subjectId },
      ...{ method: parsed.method, servedOn: parsed.servedOn, note: parsed.note ?? '' },
    })
    const event = unwrap(decideService(locked.state, { document, servedOn }, rules))
    const id = await saveStep(unit, locked, columnsOf(event, unit.now), { action: 'listings.recordService', after: { document, servedOn } })
    await recordCaseStep(unit, id, event.type, { number: documentNumber, ...factsOf(event) })
    await unit.outbox(topics[document], 'ViolationCase', id)
    return id
  })
}

const topics = { NOTICE: 'listings.noticeServed', HEARING_NOTICE: 'listings.hearingScheduled', DECISION: 'listings.decided' } as const

/** The day from which the party may look into the case is the day of service itself. */
function columnsOf(event: DocumentServed, now: Date): Prisma.ViolationCaseUncheckedUpdateInput {
  if (event.type === 'DECISION_SERVED') return { decisionServedOn: toDbDay(event.servedOn), appealDueOn: toDbDay(event.appealDueOn) }
  const servedAt = event.servedOn === shanghaiDayOf(now) ? now : startOfShanghaiDay(event.servedOn)
  return event.type === 'NOTICE_SERVED'
    ? { noticeServedAt: servedAt, defenceDueOn: toDbDay(event.defenceDueOn) }
    : { hearing: { update: { notifiedAt: servedAt, version: { increment: 1 } } } }
}

function factsOf(event: DocumentServed): { readonly dueOn?: CalendarDay; readonly on?: CalendarDay } {
  if (event.type === 'HEARING_NOTICE_SERVED') return { on: event.on }
  return { dueOn: event.type === 'NOTICE_SERVED' ? event.defenceDueOn : event.appealDueOn }
}

/** Nothing reaches anyone before it was written. */
async function demandAfterIssue({ tx }: UnitOfWork, { row }: LockedCase, document: ServedDocument, servedOn: CalendarDay): Promise<void> {
  const kind = document === 'HEARING_NOTICE' ? 'HEARING_SCHEDULED' : 'NOTICE_ISSUED'
  const where = { procedure: 'VIOLATION_CASE', entityId: row.id, kind } as const
  const issued = await tx.procedureEvent.findFirst({ where, orderBy: { id: 'desc' } })
  const issuedAt = row.decidedAt ?? issued?.at
  const issuedOn = issuedAt && shanghaiDayOf(issuedAt)
  if (issuedOn && servedOn < issuedOn) throw new ValidationError([{ path: 'servedOn', code: 'SERVED_BEFORE_ISSUE', facts: { issuedOn } }])
}
