import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import type { TieRecord } from '#domain/intermediaries/recorded-tie.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { affiliationInput, normaliseAffiliations } from './affiliation-input.ts'
import { lockEntry } from './changing-firm.ts'

export const recordTieInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  uscc: z.string().trim().min(1).max(40),
  tie: affiliationInput,
  reasons: z.string().trim().min(5).max(2000),
  evidence: z.string().trim().min(2).max(1000),
})

/**
 * The reform office records a tie that a firm did not declare. From this instant it bars the firm as one of its own (优化营商环境条例 art. 43);
 * the firm is told, and can object by a change request that another officer decides.
 * @returns the affiliation's id
 * @throws RefusedError TIE_ON_RECORD, INTERMEDIARY_NOT_LISTED · ValidationError UNKNOWN_CODE, USCC_INVALID, AGENCY_UNKNOWN, AGENCY_WANTED ·
 *   ForbiddenError, also for an officer of the firm concerned
 */
export async function recordTie(context: UseCaseContext, input: z.input<typeof recordTieInput>): Promise<string> {
  const parsed = parseInput(recordTieInput, input)
  const command = { operation: 'recordTie', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    if (!couldEver(viewer, 'affiliation.record')) throw new ForbiddenError('affiliation.record', viewer.kind === 'ANONYMOUS')
    const uscc = normaliseUscc(parsed.uscc)
    const known = await tx.intermediary.findFirst({ where: { subject: { uscc } }, select: { subjectId: true } })
    if (!known) throw new ValidationError([{ path: 'uscc', code: 'UNKNOWN_CODE', facts: { uscc } }])
    const firm = await lockEntry(unit, known.subjectId)
    demand(context, 'affiliation.record', { concernedSubjectId: firm.subjectId })
    if (firm.status === 'EXITED') throw new RefusedError({ code: 'INTERMEDIARY_NOT_LISTED', status: firm.status })
    const [tie = parsed.tie] = await normaliseAffiliations(unit, [parsed.tie], 'tie')
    const { kind, partyName, partyUscc, agencyId, fromOn, untilOn, ...rest } = tie
    const twin = { intermediaryId: firm.id, kind, partyName, partyUscc, agencyId, untilOn: null }
    if ((await tx.affiliation.count({ where: twin })) > 0) throw new RefusedError({ code: 'TIE_ON_RECORD', partyName })
    const { reasons, evidence } = parsed
    const { organisationId } = viewer
    const record: TieRecord = { reasons, evidence, organisationId, recordedById: viewer.userId ?? '', recordedAt: now.toISOString() }
    const { id } = await tx.affiliation.create({
      data: {
        ...{ ...rest, intermediaryId: firm.id, kind, partyName, partyUscc, agencyId, isDeclared: false },
        record: asJson(record) ?? {},
        fromOn: toDbDay(fromOn),
        untilOn: untilOn === null ? null : toDbDay(untilOn),
      },
    })
    await tx.intermediary.update({ where: { id: firm.id }, data: { version: { increment: 1 } } })
    await refreshStanding(unit, firm.subjectId)
    await unit.audit({
      action: 'intermediary.recordTie',
      entity: 'Intermediary',
      entityId: firm.id,
      after: { uscc, tie, reasons, evidence },
      basis: '优化营商环境条例 第四十三条',
    })
    await unit.outbox('intermediaries.tieRecorded', 'Affiliation', id)
    return id
  })
}
