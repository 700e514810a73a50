import { z } from 'zod'
import type { DraftedMaterial } from '#domain/acceptance/filing.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import { latestSupplementDay } from '#domain/commitments/due-date.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ApprovalCase } from '#prisma/generated/client.ts'
import { lookUpSubject } from '../checks/check-credit.ts'
import type { CheckedSubject } from '../checks/check-credit.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { foundMaterials } from './case-input.ts'
import { demandOfficer } from './case-officer.ts'
import { deemedAcceptedOn } from './deemed-acceptance.ts'
import { draftedMaterials, presenceOf } from './drafted-materials.ts'
import { modesOf } from './modes-of.ts'
import type { Application } from './modes-of.ts'

export const previewModesInput = z.object({
  approvalItemCode: z.string().trim().min(1).max(40),
  applicantCode: z.string().min(1).max(40),
  materials: foundMaterials,
})

/** What could be done with an application now. */
export interface ModesPreview {
  readonly modes: readonly ModeDecision[]
  /** Last day that can be promised for a supplement; null where no promise is possible. */
  readonly latestSupplementOn: CalendarDay | null
  /** The year whose holiday notice is needed for that day and not loaded; the reform office loads it. */
  readonly missingCalendarYear: number | null
  /** Since when the case counts as accepted, because no correction notice went out in time; only NORMAL is left then. */
  readonly deemedAcceptedOn: CalendarDay | null
}

/** What could be done with an application now, without filing it: the gate and every mode with its reasons. */
export async function previewModes(
  context: UseCaseContext,
  input: z.input<typeof previewModesInput>,
): Promise<ModesPreview & { readonly applicant: CheckedSubject }> {
  demandOfficer(context, 'case.open')
  const { approvalItemCode, applicantCode, materials } = parseInput(previewModesInput, input)
  const { prisma } = context
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
  return { applicant, ...(await previewOf(context, { item, materials: found, subjectId: applicant.subjectId })) }
}

/** What could be done now with a draft or a case that is on file; null once it was accepted or ended. */
export async function previewCase(context: UseCaseContext, filed: ApprovalCase): Promise<ModesPreview | null> {
  if (filed.state !== 'DRAFT' && filed.state !== 'FILED' && filed.state !== 'CORRECTION_REQUESTED') return null
  const { prisma, clock } = context
  const item = await prisma.approvalItem.findUniqueOrThrow({ where: { code: filed.approvalItemCode } })
  const materials = await prisma.caseMaterial.findMany({
    where: { caseId: filed.id },
    include: { material: true, files: true },
    orderBy: { material: { seq: 'asc' } },
  })
  const drafted = draftedMaterials(materials, new Map())
  // Of a draft what the applicant has in hand counts, by the same rule as at its filing.
  const found = filed.state === 'DRAFT' ? materials.map((row, index) => ({ ...row, presence: presenceAt(drafted[index]) })) : materials
  const exceptions = await prisma.modeException.findMany({ where: { caseId: filed.id } })
  const preview = await previewOf(context, { item, materials: found, subjectId: filed.applicantId, exceptions })
  try {
    return { ...preview, deemedAcceptedOn: deemedAcceptedOn(filed, await loadCalendar(prisma), clock.now()) }
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'CALENDAR_NOT_LOADED') return preview
    throw error
  }
}

const presenceAt = (drafted: DraftedMaterial | undefined) => (drafted ? presenceOf(drafted) : 'MISSING')

async function previewOf({ prisma, clock }: UseCaseContext, application: Application): Promise<ModesPreview> {
  const now = clock.now()
  const modes = await modesOf(prisma, application, now)
  const frame = { acceptedOn: shanghaiDayOf(now), promisedWorkingDays: application.item.promisedWorkingDays }
  const hasPromise = modes.some(({ mode, isAllowed }) => mode === 'TOLERANT_ACCEPTANCE' && isAllowed)
  const latest = hasPromise ? latestSupplementDay(frame, await loadCalendar(prisma)) : null
  return {
    modes,
    latestSupplementOn: latest?.ok ? latest.value : null,
    missingCalendarYear: latest && !latest.ok ? latest.refusal.year : null,
    deemedAcceptedOn: null,
  }
}
