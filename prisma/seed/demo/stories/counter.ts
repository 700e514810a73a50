import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { acceptCase } from '#services/acceptance/accept-case.ts'
import type { acceptCaseInput } from '#services/acceptance/accept-case.ts'
import { closeCase } from '#services/acceptance/close-case.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import type { z } from 'zod'
import { inventFirm, inventPerson } from '../../invented/applicant.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** Who comes to the counter: the n-th invented firm or person. */
export type Visitor = { readonly firm: number } | { readonly person: number }

/** A case on the counter. The steps of one case go by its version, so they are told in order. */
export interface CounterCase {
  readonly number: string
  accept(on: CalendarDay, how: Omit<z.input<typeof acceptCaseInput>, 'clientMutationId' | 'number' | 'version'>): Promise<void>
  close(on: CalendarDay, outcome: 'DECIDED' | 'REFUSED' | 'WITHDRAWN' | 'NOT_ACCEPTED', reason: string): Promise<void>
  /** Of the promise taken with the case. */
  commitmentNumber(): Promise<string>
}

export interface Filing {
  /** Names the case among all of the demonstration. */
  readonly name: string
  readonly visitor: Visitor
  readonly item: string
  readonly on: CalendarDay
  /** Sequence numbers of the materials that are missing. */
  readonly missing: readonly number[]
  readonly officer?: DemoAccountKey
}

/** Files an application with what lies on the counter. */
export async function file(stage: Stage, { name, visitor, item, on, missing, officer = 'officer' }: Filing): Promise<CounterCase> {
  const { prisma } = stage.platform
  const materials = await prisma.material.findMany({ where: { approvalItemCode: item }, select: { seq: true }, orderBy: { seq: 'asc' } })
  const at = (day: CalendarDay, hour: number) => stage.as(officer, instant(day, hour))
  const id = await openCase(await at(on, 9), {
    clientMutationId: `demo case ${name} open`,
    approvalItemCode: item,
    applicantCode: 'firm' in visitor ? inventFirm(visitor.firm).uscc : inventPerson(visitor.person).identityNumber,
    projectName: '申请办理（演示）',
    materials: materials.map(({ seq }) => ({ seq, presence: missing.includes(seq) ? ('MISSING' as const) : ('PRESENT' as const) })),
  })
  const { number } = await prisma.approvalCase.findUniqueOrThrow({ where: { id }, select: { number: true } })
  let version = 0
  const step = () => ({ clientMutationId: `demo case ${name} step ${(version += 1)}`, number, version })
  return {
    number,
    async accept(day, how) {
      await acceptCase(await at(day, 10), { ...how, ...step() })
    },
    async close(day, outcome, reason) {
      // Nobody is turned away in the demonstration but for what didn't come after the notice.
      const ground = outcome === 'NOT_ACCEPTED' ? ('NOT_CORRECTED' as const) : null
      await closeCase(await at(day, 15), { ...step(), outcome, ground, reason: `${reason}（演示）` })
    },
    async commitmentNumber() {
      return (await prisma.commitment.findFirstOrThrow({ where: { caseId: id }, select: { number: true } })).number
    },
  }
}
