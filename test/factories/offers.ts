import type { Platform } from '#services/kernel/use-case-context.ts'
import { freshUscc } from './people.ts'

export interface OfferingFirm {
  readonly intermediaryId: string
  readonly subjectId: string
  readonly uscc: string
  readonly offeringId: string
}

/** Firms in the register that offer an environmental report, as many as a bench asks for: four statements, no procedure. */
export async function createOffers(
  { prisma }: Platform,
  count: number,
  at = new Date('2026-01-05T02:00:00Z'),
): Promise<readonly OfferingFirm[]> {
  const subjects = await prisma.subject.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      ...{ kind: 'ORGANISATION' as const, name: `虚构环评${index}有限公司`, uscc: freshUscc(), isFictitious: true, createdAt: at },
    })),
    select: { id: true, uscc: true },
  })
  const office = { legalForm: '有限责任公司', legalRepresentative: '测试甲', address: '郑州市', phone: '0371-0', introduction: '' }
  const firms = await prisma.intermediary.createManyAndReturn({
    data: subjects.map(({ id }) => ({ ...office, subjectId: id, listedOn: at, createdAt: at })),
    select: { id: true, subjectId: true },
  })
  const fee = { feeSchedule: { kind: 'FIXED', feeFen: 1_200_000 }, feeFen: 1_200_000, feeNote: '', promisedWorkingDays: 10 }
  const offers = await prisma.serviceOffering.createManyAndReturn({
    data: firms.map(({ id }) => ({ ...fee, intermediaryId: id, serviceItemCode: 'ZJ-EIA-001', divisionCodes: ['410100'], updatedAt: at })),
    select: { id: true, intermediaryId: true },
  })
  const usccs = new Map(subjects.map(({ id, uscc }) => [id, uscc ?? '']))
  const offeringIds = new Map(offers.map(({ id, intermediaryId }) => [intermediaryId, id]))
  return firms.map(({ id, subjectId }) => ({
    ...{ intermediaryId: id, subjectId, uscc: usccs.get(subjectId) ?? '', offeringId: offeringIds.get(id) ?? '' },
  }))
}
