import { z } from 'zod'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput } from './case-step-input.ts'
import { findReportedParty } from './find-reported-party.ts'
import { investigate } from './investigate.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const joinPartyInput = caseStepInput.extend({
  uscc: z.string().min(1).transform(normaliseUscc),
  /** Set when the party is a practitioner of that institution. */
  practitionerId: z.uuid().nullish(),
  violationCode: z.string().min(1),
})

/**
 * Joinder 并案: brings an institution or a practitioner into a case under investigation. Facts, evidence and records are shared; notice,
 * defence, hearing and decision are each party's own, under a number of its own (rulebook R5). Answers with the id of the new case.
 */
export async function joinParty(context: UseCaseContext, input: z.input<typeof joinPartyInput>): Promise<string> {
  const parsed = parseInput(joinPartyInput, input)
  const command = { operation: 'joinParty', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.notify', parsed)
    const { row } = locked
    const { subjectId, violation, category } = await findReportedParty(unit, parsed)
    const rootId = row.joinedToId ?? row.id
    // Two joinders from two numbers of one case wait for each other here.
    await unit.tx.$queryRaw`SELECT 1 FROM "ViolationCase" WHERE "id" = ${rootId}::uuid FOR NO KEY UPDATE`
    const parties = await unit.tx.violationCase.findMany({ where: { OR: [{ id: rootId }, { joinedToId: rootId }] } })
    const actorId = context.viewer.userId ?? ''
    const joining = { subjectId, partySubjectIds: parties.map((party) => party.subjectId), severity: violation.severity, category }
    const { joined } = await investigate(unit, locked.state, { type: 'JOIN_PARTY', actorId, ...joining }, 'PARTY_JOINED')
    demand(context, 'violation.notify', locked.facts)
    demand(context, 'violation.notify', { ...locked.facts, concernedSubjectId: subjectId })
    const { facts, occurredOn, reportedAt, reporterId, investigatorId, investigationStartedAt, investigationDueOn, ruleSetVersion } = row
    const shared = { facts, occurredOn, reportedAt, reporterId, investigatorId, investigationStartedAt, investigationDueOn, ruleSetVersion }
    const { id, number } = await unit.tx.violationCase.create({
      data: {
        ...shared,
        number: await nextNumber(unit, 'VIOLATION_CASE'),
        ...{ kind: joined.kind, state: 'INVESTIGATING', severity: joined.severity },
        ...{ subjectId, violationCode: violation.code, joinedToId: rootId },
      },
    })
    await saveStep(unit, locked, {}, { action: 'listings.joinParty', after: { joined: number, violationCode: violation.code } })
    await recordCaseStep(unit, row.id, 'PARTY_JOINED', { number }, 'OFFICIALS')
    await recordCaseStep(unit, id, 'JOINED_TO', { number: row.number }, 'OFFICIALS')
    return id
  })
}
