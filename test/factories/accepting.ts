import { randomUUID } from 'node:crypto'
import { acceptCase } from '#services/acceptance/accept-case.ts'
import type { acceptCaseInput } from '#services/acceptance/accept-case.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import type { FoundMaterials } from '#services/acceptance/case-input.ts'
import { recordBreaches } from '#services/commitments/record-breaches.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import type { z } from 'zod'
import { contextOf } from './people.ts'

/** Twenty working days, four materials; the third (建设工程规划许可证) is the one that is not essential. */
export const toleratedItem = 'AP-CON-003'
/** Inheritance: the fourth material (死亡事实与亲属关系证明) concerns personal relations. */
export const handledItem = 'AP-REA-002'

/** Everything there but the named materials. */
export const allBut = (count: number, missing: readonly number[], presence: 'MISSING' | 'FLAWED' = 'MISSING'): FoundMaterials =>
  Array.from({ length: count }, (_, index) => ({ seq: index + 1, presence: missing.includes(index + 1) ? presence : 'PRESENT' }))

export async function createAgency(platform: Platform, nameZh: string): Promise<string> {
  const { id } = await platform.prisma.organisation.create({
    data: { kind: 'AGENCY', nameZh, divisionCode: '410105', createdAt: new Date('2026-01-05T02:00:00Z') },
  })
  return id
}

/** A window officer of the agency at that instant. */
export const officerOf = (platform: Platform, agencyId: string, at: string): UseCaseContext =>
  contextOf(platform, at, { roles: ['WINDOW_OFFICER'], organisationId: agencyId })

/** Opens a case with one essential-free gap and accepts it on a promise; the commitment as stored. */
export async function promise(officer: UseCaseContext, applicantCode: string, supplementDueOn: string, more: Partial<Choice> = {}) {
  const caseId = await openCase(officer, {
    clientMutationId: randomUUID(),
    approvalItemCode: toleratedItem,
    applicantCode,
    applicantName: '虚构新申请人',
    projectName: '虚构厂房扩建',
    materials: allBut(4, [3]),
  })
  await accept(officer, caseId, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn, ...more })
  return officer.prisma.commitment.findFirstOrThrow({ where: { caseId } })
}

/** Twenty working days, seven materials; the second and the sixth are neither essential nor of personal relations. */
const severalItem = 'AP-MKT-002'

/** Opens a case with two gaps and accepts it on a promise: one day for all, and days of their own. */
export async function promiseSeveral(
  officer: UseCaseContext,
  applicantCode: string,
  days: { readonly common: string; readonly own: readonly { readonly materialSeq: number; readonly dueOn: string }[] },
) {
  const caseId = await openCase(officer, {
    clientMutationId: randomUUID(),
    approvalItemCode: severalItem,
    applicantCode,
    applicantName: '虚构新申请人',
    projectName: '虚构餐饮店',
    materials: allBut(7, [2, 6]),
  })
  const dueDays = [...days.own]
  await accept(officer, caseId, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: days.common, dueDays })
  return officer.prisma.commitment.findFirstOrThrow({ where: { caseId } })
}

/** Opens a case that lacks only a proof of personal relations and handles it on a published promise. */
export async function handle(officer: UseCaseContext, applicantCode: string) {
  const caseId = await openCase(officer, {
    clientMutationId: randomUUID(),
    approvalItemCode: handledItem,
    applicantCode,
    projectName: '虚构房屋继承',
    materials: allBut(5, [4]),
  })
  await accept(officer, caseId, { mode: 'TOLERANT_HANDLING', signerName: '测试甲', isPublicityAgreed: true })
  return officer.prisma.commitment.findFirstOrThrow({ where: { caseId } })
}

type Choice = Omit<z.input<typeof acceptCaseInput>, 'clientMutationId' | 'number' | 'version'>

export async function accept(officer: UseCaseContext, caseId: string, choice: Choice): Promise<string> {
  const { number, version } = await officer.prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })
  return acceptCase(officer, { clientMutationId: randomUUID(), number, version, ...choice })
}

/** The step's input for a commitment as it stands now. */
export async function commitmentStep(context: UseCaseContext, id: string) {
  const { number, version } = await context.prisma.commitment.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

/** Records an untruth, as the procedure that finds it does at its end. */
export const recordUntruth = (context: UseCaseContext, id: string): Promise<readonly string[]> =>
  runInTransaction(context, async (unit) => {
    const commitment = await unit.tx.commitment.findUniqueOrThrow({ where: { id } })
    return recordBreaches(unit, [{ commitment, kind: 'UNTRUE', breachedOn: shanghaiDayOf(unit.now), reason: '与档案不符' }])
  })
