import { z } from 'zod'
import { anonymous } from '#domain/access/viewer.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { decideRedListObjection } from '#domain/listings/red-list-objection.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { limitRate } from '../kernel/limit-rate.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { nominationStateOf, redListContext } from './lock-nomination.ts'
import { publishedNominations } from './visible-nominations.ts'

export const objectToNominationInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  /** Both may be left out: the answer can then only be read under the receipt number. */
  objectorName: z.string().trim().max(100).default(''),
  contact: z.string().trim().max(200).default(''),
  text: z.string().trim().min(10).max(4000),
})

/** Objections that one network may file in an hour; ours. */
export const redListObjectionRate = { name: 'red-list-objection', limit: 10, windowSeconds: 3600 } as const

/**
 * Takes an objection 异议 to a nomination in publicity, by anyone, signed in or not. Who objects, and how to reach them, is sealed; neither
 * record nor timeline names them.
 * @returns the receipt number
 * @throws RefusedError NOT_IN_PUBLICITY, TOO_MANY_TRIES, CALENDAR_NOT_LOADED · NotFoundError
 */
export async function objectToNomination(context: UseCaseContext, input: z.input<typeof objectToNominationInput>): Promise<string> {
  const parsed = parseInput(objectToNominationInput, input)
  demand(context, 'redList.object')
  await limitRate(context, redListObjectionRate)
  const { identityVault } = context
  const { clientMutationId, number: nominationNumber, objectorName, contact, text } = parsed
  const sealable = JSON.stringify({ name: objectorName, contact })
  const isSigned = objectorName !== '' || contact !== ''
  // A retry is told by what was said: the log of requests keeps no name either.
  const asked = { nominationNumber, text, objector: identityVault.hash(sealable) }
  // Nobody in particular acts: the audit trail, too, is silent on who objected.
  const unnamed = { ...context, viewer: anonymous }
  return runUseCase(unnamed, { operation: 'objectToNomination', clientMutationId, input: asked }, async (unit) => {
    const { tx, now } = unit
    await tx.$queryRaw`SELECT 1 FROM "RedListNomination" WHERE "number" = ${nominationNumber} FOR UPDATE`
    const row = await tx.redListNomination.findFirst({ where: { number: nominationNumber, ...publishedNominations(shanghaiDayOf(now)) } })
    if (!row) throw new NotFoundError('RedListNomination')
    const rules = await redListContext(unit)
    const { answerDueOn } = unwrap(decideRedListObjection(await nominationStateOf(tx, row), rules))
    const number = await nextNumber(unit, 'RED_LIST_OBJECTION')
    await tx.redListObjection.create({
      data: {
        ...{ number, nominationId: row.id, text, filedAt: now, answerDueOn: toDbDay(answerDueOn) },
        contactCipher: isSigned ? identityVault.seal(sealable) : null,
        filedById: context.viewer.userId,
        state: 'FILED',
      },
    })
    const step = { procedure: 'RED_LIST', entityId: row.id, kind: 'RED_LIST_OBJECTED', facts: { number, answerDueOn } } as const
    await recordStep(unit, { ...step, audience: 'OFFICIALS', isByProtectedPerson: true })
    await unit.audit({
      action: 'redList.object',
      entity: 'RedListNomination',
      entityId: row.id,
      after: { number: row.number, objection: number, answerDueOn },
      basis: citeBasis(rules.ruleSet.parameters.redListObjectionAnswerWorkingDays.basis),
    })
    await unit.outbox('redList.objected', 'RedListNomination', row.id)
    return number
  })
}
