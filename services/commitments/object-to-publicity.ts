import { z } from 'zod'
import { anonymous } from '#domain/access/viewer.ts'
import { decidePublicityObjection } from '#domain/commitments/publicity.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import { limitRate } from '../kernel/limit-rate.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { rulesOfCommitment } from './promised-supplement.ts'

export const objectToPublicityInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Of the commitment. */
  number: z.string().trim().min(1).max(40),
  objectorName: z.string().trim().min(1).max(100),
  /** Telephone or e-mail: how the answer reaches the objector. */
  contact: z.string().trim().min(5).max(200),
  text: z.string().trim().min(10).max(4000),
})

/** Objections that one network may file in an hour; ours. */
export const publicityObjectionRate = { name: 'publicity-objection', limit: 10, windowSeconds: 3600 } as const

/**
 * Takes an objection 异议 to a commitment in publicity 容缺办理公示, by anyone, signed in or not (R1.3). Who objected is sealed: neither the
 * applicant nor the trail of the commitment learns it.
 * @returns the receipt number
 * @throws RefusedError NOT_IN_PUBLICITY, TOO_MANY_TRIES, CALENDAR_NOT_LOADED · NotFoundError
 */
export async function objectToPublicity(context: UseCaseContext, input: z.input<typeof objectToPublicityInput>): Promise<string> {
  const parsed = parseInput(objectToPublicityInput, input)
  demand(context, 'publicity.object')
  await limitRate(context, publicityObjectionRate)
  const { identityVault } = context
  const { contact, objectorName, ...asked } = parsed
  const sealed = JSON.stringify({ name: objectorName, contact })
  const command = {
    operation: 'objectToPublicity',
    clientMutationId: parsed.clientMutationId,
    input: { ...asked, contact: identityVault.hash(sealed) },
  }
  // Nobody's name enters the record, whoever is signed in.
  return runUseCase({ ...context, viewer: anonymous }, command, async (unit) => {
    const { tx, now } = unit
    await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "number" = ${parsed.number} FOR NO KEY UPDATE`
    const row = await tx.commitment.findFirst({ where: { number: parsed.number, mode: 'TOLERANT_HANDLING' } })
    if (!row) throw new NotFoundError('Commitment')
    const rules = rulesOfCommitment(row)
    const published = { ...row, publicUntilOn: fromDbDayOrNull(row.publicUntilOn) }
    const answerDueOn = unwrap(decidePublicityObjection(published, shanghaiDayOf(now), rules, await loadCalendar(tx)))
    const number = await nextNumber(unit, 'PUBLICITY_OBJECTION')
    const { id } = await tx.publicityObjection.create({
      data: {
        ...{ number, commitmentId: row.id, text: parsed.text, filedAt: now },
        contactCipher: identityVault.seal(sealed),
        answerDueOn: toDbDay(answerDueOn),
      },
    })
    // On the commitment's trail, which its applicant reads: not a word of who objected.
    await unit.audit({
      action: 'commitments.objectToPublicity',
      entity: 'Commitment',
      entityId: row.id,
      after: { objection: number, answerDueOn },
      basis: citeBasis(rules.parameters.publicityAnswerWorkingDays.basis),
    })
    const facts = { number, answerDueOn }
    const step = { procedure: 'COMMITMENT', entityId: row.id, kind: 'PUBLICITY_OBJECTED', audience: 'OFFICIALS' } as const
    await recordStep(unit, { ...step, facts, isByProtectedPerson: true })
    await unit.outbox('commitments.publicityObjected', 'PublicityObjection', id)
    return number
  })
}
