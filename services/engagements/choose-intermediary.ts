import { z } from 'zod'
import { decideDirectChoice } from '#domain/engagements/choose.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, ValidationError } from '../kernel/use-case-error.ts'
import { loadChoiceFacts } from './load-choice-facts.ts'

export const chooseIntermediaryInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  uscc: z.string().min(1).max(40),
  serviceItemCode: z.string().min(1).max(40),
  divisionCode: z.string().min(1).max(12),
  projectName: z.string().trim().min(1).max(200),
  /** Fee, days and version as they were shown when the applicant confirmed. */
  feeFen: z.number().int(),
  promisedWorkingDays: z.number().int(),
  offeringVersion: z.number().int(),
})

/**
 * Direct choice 直接选取 (rulebook R3): the applicant, and nobody else, chooses an intermediary for a service item; fee and days are
 * kept as shown and confirmed. Refused while the intermediary may not be chosen. Answers with the engagement's id.
 */
export async function chooseIntermediary(context: UseCaseContext, input: z.input<typeof chooseIntermediaryInput>): Promise<string> {
  const parsed = parseInput(chooseIntermediaryInput, input)
  const command = { operation: 'chooseIntermediary', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'engagement.choose')
    const { subjectId: viewerSubjectId, userId } = context.viewer
    if (viewerSubjectId === null || userId === null) throw new ForbiddenError('engagement.choose', false)
    // A listing under way finishes first and is seen; one that comes later waits until this choice is made.
    await unit.tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "uscc" = ${normaliseUscc(parsed.uscc)} FOR SHARE`
    const facts = await loadChoiceFacts(unit.tx, parsed, unit.now)
    if ('unknown' in facts) throw new ValidationError([{ path: facts.unknown, code: 'UNKNOWN_CODE', facts: {} }])
    const { feeFen, promisedWorkingDays, offeringVersion, projectName, divisionCode, serviceItemCode } = parsed
    const confirmed = { feeFen, promisedWorkingDays, offeringVersion }
    const calendar = await loadCalendar(unit.tx)
    const chosen = unwrap(decideDirectChoice({ ...facts, viewerSubjectId, confirmed, calendar }))
    const { id, number } = await unit.tx.engagement.create({
      data: {
        number: await nextNumber(unit, 'ENGAGEMENT'),
        applicantId: viewerSubjectId,
        intermediaryId: facts.intermediary.intermediaryId,
        serviceItemCode,
        offeringId: chosen.snapshot.offering.offeringId,
        divisionCode,
        projectName,
        feeFen: chosen.feeFen,
        promisedWorkingDays: chosen.promisedWorkingDays,
        deliverDueOn: toDbDay(chosen.deliverDueOn),
        snapshot: asJson(chosen.snapshot) ?? {},
        chosenAt: chosen.chosenAt,
        chosenById: userId,
      },
    })
    const { deliverDueOn } = chosen
    const after = { number, uscc: parsed.uscc, serviceItemCode, divisionCode, projectName, feeFen, promisedWorkingDays, deliverDueOn }
    await unit.audit({ action: 'engagements.choose', entity: 'Engagement', entityId: id, after })
    await unit.outbox('engagements.chosen', 'Engagement', id)
    return id
  })
}
