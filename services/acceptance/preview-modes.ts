import { z } from 'zod'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import type { CheckedSubject } from '../checks/check-credit.ts'
import { lookUpSubject } from '../checks/check-credit.ts'
import { latestSupplementDay } from '#domain/commitments/due-date.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { foundMaterials } from './case-input.ts'
import { demandOfficer } from './case-officer.ts'
import { modesOf } from './modes-of.ts'

export const previewModesInput = z.object({
  approvalItemCode: z.string().trim().min(1).max(40),
  applicantCode: z.string().min(1).max(40),
  materials: foundMaterials,
})

export interface ModesPreview {
  readonly applicant: CheckedSubject
  readonly modes: readonly ModeDecision[]
  /** Last day that can be promised for a supplement; null for an item that is decided at once. */
  readonly latestSupplementOn: CalendarDay | null
}

/** What could be done with an application now, without filing it: the gate, every mode with its reasons, the latest promise day. */
export async function previewModes(context: UseCaseContext, input: z.input<typeof previewModesInput>): Promise<ModesPreview> {
  demandOfficer(context, 'case.open')
  const { approvalItemCode, applicantCode, materials } = parseInput(previewModesInput, input)
  const { prisma, clock } = context
  const applicant = await lookUpSubject(context, applicantCode)
  const item = await prisma.approvalItem.findUnique({
    where: { code: approvalItemCode },
    include: { materials: { orderBy: { seq: 'asc' } } },
  })
  if (!item) throw new ValidationError([{ path: 'approvalItemCode', code: 'UNKNOWN_CODE', facts: { approvalItemCode } }])
  const found = item.materials.map((material) => ({
    material,
    presence: materials.find(({ seq }) => seq === material.seq)?.presence ?? ('MISSING' as const),
  }))
  const now = clock.now()
  const modes = await modesOf(prisma, { item, materials: found, subjectId: applicant.subjectId }, now)
  const frame = { acceptedOn: shanghaiDayOf(now), promisedWorkingDays: item.promisedWorkingDays }
  const hasPromise = modes.some(({ mode, isAllowed }) => mode === 'TOLERANT_ACCEPTANCE' && isAllowed)
  return { applicant, modes, latestSupplementOn: hasPromise ? unwrap(latestSupplementDay(frame, await loadCalendar(prisma))) : null }
}
