import { z } from 'zod'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { isCalendarDay, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { foundMaterials, projectCodeInput } from './case-input.ts'
import { demandOfficer } from './case-officer.ts'
import { readApplicantCode } from './ensure-applicant.ts'
import { fileCase } from './file-case.ts'

export const openCaseInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  approvalItemCode: z.string().trim().min(1).max(40),
  applicantCode: z.string().min(1).max(40),
  applicantName: z.string().trim().max(200).nullish(),
  projectName: z.string().trim().min(1).max(200),
  projectCode: projectCodeInput,
  /** How it came; an agency's own system files as such, whatever it says. What an applicant files online comes by `fileDraft`. */
  channel: z.enum(['WINDOW', 'POST']).default('WINDOW'),
  /** By post: the day on which the agency received it. The days for the correction notice run from there (行政许可法 art. 32(4)). */
  receivedOn: z.string().refine(isCalendarDay, 'DAY_INVALID').nullish(),
  /** The office's own number of it: filed again under the same one, it is the same case. */
  externalNumber: z.string().trim().min(1).max(60).nullish(),
  /** What lies on the counter; may be left out and recorded later. */
  materials: foundMaterials.nullish(),
})

/**
 * Files an application 办件 at the counter of the officer's own agency, or one that came by post or from its own system. The day of filing
 * starts the five working days for the one correction notice (行政许可法 art. 32(4)). Answers with the case's id.
 * @throws RefusedError CALENDAR_NOT_LOADED, EXTERNAL_NUMBER_USED, KEY_WITHOUT_OFFICER · ValidationError
 */
export async function openCase(context: UseCaseContext, input: z.input<typeof openCaseInput>): Promise<string> {
  const { applicantCode, ...parsed } = parseInput(openCaseInput, input)
  const { clientMutationId, approvalItemCode, projectName, materials } = parsed
  const code = readApplicantCode({ context }, applicantCode)
  // What was asked is remembered as a fast hash; an identity number goes into it only as its keyed hash.
  const asked = { ...parsed, applicant: code.uscc ?? code.identityHash }
  return runUseCase(context, { operation: 'openCase', clientMutationId, input: asked }, async (unit) => {
    const { officerId, agencyId } = demandOfficer(context, 'case.open')
    const channel = context.viewer.kind === 'API_KEY' ? 'SYSTEM' : parsed.channel
    const filedAt = channel === 'POST' && parsed.receivedOn ? receivedAt(parsed.receivedOn, unit.now) : unit.now
    return fileCase(unit, {
      ...{ approvalItemCode, applicantCode, projectName, officerId, agencyId, channel, filedAt },
      applicantName: parsed.applicantName || null,
      projectCode: parsed.projectCode ?? null,
      externalNumber: parsed.externalNumber ?? null,
      materials: materials ?? null,
    })
  })
}

/** The instant that stands for the day of receipt. @throws ValidationError for a day to come */
function receivedAt(receivedOn: CalendarDay, now: Date): Date {
  if (receivedOn > shanghaiDayOf(now)) throw new ValidationError([{ path: 'receivedOn', code: 'DAY_IN_FUTURE', facts: {} }])
  return receivedOn === shanghaiDayOf(now) ? now : startOfShanghaiDay(receivedOn)
}
