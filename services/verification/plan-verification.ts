import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { commitmentStates, commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import { gradeOn } from '#domain/credit/read-standing.ts'
import { isListedOn } from '#domain/credit/list-membership.ts'
import { endOfShanghaiDay, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { drawSample } from '#domain/verification/draw-sample.ts'
import type { SampleRecord, Verifiable } from '#domain/verification/draw-sample.ts'
import { verificationRuleSetOn } from '#domain/verification/verification-rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { toStanding } from '../credit/verify-standings.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError } from '../kernel/use-case-error.ts'

export const planVerificationInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  /** Promises signed on these days and between. */
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
  /** 0 < share ≤ 1; 1: all of them. */
  share: z.number().gt(0).max(1),
  /** Until when the tasks are to be done. */
  dueOn: z.iso.date(),
})

/** A promise that can still be found untrue can be verified. */
const verifiableStates = commitmentStates.filter((state) => commitmentTransitions[state].includes('UNTRUE'))

/**
 * Plans the verification of the promises that an agency took in a period 核查计划 and opens its tasks: all, or a sample drawn so that anybody
 * can draw it again, red-listed and grade A lighter. What was handled on a promise is verified anyway and isn't in it; nor is what another
 * plan drew. Answers with the plan's id.
 * @throws RefusedError PERIOD_INVALID, DUE_DAY_PAST, NOTHING_TO_VERIFY
 */
export async function planVerification(context: UseCaseContext, input: z.input<typeof planVerificationInput>): Promise<string> {
  const parsed = parseInput(planVerificationInput, input)
  const command = { operation: 'planVerification', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { organisationId, userId } = viewer
    demand(context, 'verification.plan', { organisationId })
    if (organisationId === null || userId === null) throw new ForbiddenError('verification.plan', false)
    const today = shanghaiDayOf(now)
    const { name, fromOn, untilOn, share, dueOn } = parsed
    if (fromOn > untilOn || untilOn > today) throw new RefusedError({ code: 'PERIOD_INVALID', fromOn, untilOn, today })
    if (dueOn < today) throw new RefusedError({ code: 'DUE_DAY_PAST', dueOn })
    // Two plans at once: the second sees what the first drew.
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR NO KEY UPDATE`
    const rules = unwrap(verificationRuleSetOn(today)).parameters.sampleWeights
    const number = await nextNumber(unit, 'VERIFICATION_PLAN')
    const candidates = await candidatesOf(unit, { organisationId, fromOn, untilOn })
    const seed = randomBytes(32).toString('hex')
    const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
    const record = unwrap(drawSample({ planNumber: number, seed, share, candidates: [...candidates.values()] }, rules.value, sha256))
    const { id } = await tx.verificationPlan.create({
      data: {
        ...{ number, organisationId, name, share, createdById: userId, createdAt: now },
        ...{ fromOn: toDbDay(fromOn), untilOn: toDbDay(untilOn), dueOn: toDbDay(dueOn) },
        ...{ weights: asJson(rules.value) ?? {}, drawRecord: asJson(record) ?? {} },
      },
    })
    await tx.verificationTask.createMany({ data: tasksOf(record, candidates, { planId: id, organisationId, dueOn }) })
    await unit.audit({
      action: 'verification.plan',
      entity: 'VerificationPlan',
      entityId: id,
      after: {
        number,
        name,
        fromOn,
        untilOn,
        share,
        dueOn,
        population: record.population.length,
        populationHash: record.populationHash,
        drawn: record.drawn,
      },
      basis: citeBasis(rules.basis),
    })
    await unit.outbox('verification.planned', 'VerificationPlan', id)
    return id
  })
}

interface Period {
  readonly organisationId: string
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay
}

/** The promises of the period by id, each with what its giver's standing says today. */
async function candidatesOf({ tx, now }: UnitOfWork, { organisationId, fromOn, untilOn }: Period): Promise<Map<string, Verifiable>> {
  const today = shanghaiDayOf(now)
  const rows = await tx.commitment.findMany({
    where: {
      case: { agencyId: organisationId },
      mode: 'TOLERANT_ACCEPTANCE',
      state: { in: [...verifiableStates] },
      signedAt: { gte: startOfShanghaiDay(fromOn), lt: endOfShanghaiDay(untilOn) },
      verification: null,
    },
    select: { id: true, number: true, subject: { select: { standing: true } } },
  })
  return new Map(
    rows.map(({ id, number, subject }) => {
      const standing = subject.standing && toStanding(subject.standing)
      const grade = standing ? gradeOn(standing, today) : 'N'
      return [id, { commitmentNumber: number, grade, isRedListed: standing !== null && isListedOn(standing.lists, 'RED_LIST', today) }]
    }),
  )
}

/** One task for each drawn promise, numbered by its place in the draw. */
function tasksOf(
  { planNumber, drawn }: SampleRecord,
  candidates: ReadonlyMap<string, Verifiable>,
  { planId, organisationId, dueOn }: { readonly planId: string; readonly organisationId: string; readonly dueOn: CalendarDay },
) {
  const idOf = new Map([...candidates].map(([id, { commitmentNumber }]) => [commitmentNumber, id]))
  return drawn.flatMap((commitmentNumber, index) => {
    const commitmentId = idOf.get(commitmentNumber)
    const number = `${planNumber}-${String(index + 1).padStart(4, '0')}`
    return commitmentId === undefined ? [] : [{ number, planId, commitmentId, organisationId, dueOn: toDbDay(dueOn) }]
  })
}
