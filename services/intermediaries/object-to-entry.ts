import { z } from 'zod'
import { decideObjectionFiling } from '#domain/intermediaries/entry-application.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import { limitRate } from '../kernel/limit-rate.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { entryContext } from './lock-entry.ts'
import { publishedEntries } from './visible-entries.ts'

export const objectToEntryInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  objectorName: z.string().trim().min(1).max(100),
  /** Telephone or e-mail: how the answer reaches the objector. */
  contact: z.string().trim().min(5).max(200),
  text: z.string().trim().min(10).max(4000),
})

/** Objections that one network may file in an hour; ours. */
export const objectionRate = { name: 'entry-objection', limit: 10, windowSeconds: 3600 } as const

/**
 * Takes an objection 异议 to an application in publicity, by anyone, signed in or not. How to reach the objector is sealed.
 * @returns the receipt number
 * @throws RefusedError NOT_IN_PUBLICITY, TOO_MANY_TRIES, CALENDAR_NOT_LOADED · NotFoundError
 */
export async function objectToEntry(context: UseCaseContext, input: z.input<typeof objectToEntryInput>): Promise<string> {
  const parsed = parseInput(objectToEntryInput, input)
  demand(context, 'entry.object')
  await limitRate(context, objectionRate)
  const { identityVault } = context
  const { contact, ...asked } = parsed
  const command = {
    operation: 'objectToEntry',
    clientMutationId: parsed.clientMutationId,
    input: { ...asked, contact: identityVault.hash(contact) },
  }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    await tx.$queryRaw`SELECT 1 FROM "EntryApplication" WHERE "number" = ${parsed.number} FOR UPDATE`
    const row = await tx.entryApplication.findFirst({ where: { number: parsed.number, ...publishedEntries(shanghaiDayOf(now)) } })
    if (!row) throw new NotFoundError('EntryApplication')
    const rules = await entryContext(unit)
    const published = {
      state: row.state,
      publicityFromOn: fromDbDayOrNull(row.publicityFromOn),
      publicityUntilOn: fromDbDayOrNull(row.publicityUntilOn),
    }
    const { answerDueOn } = unwrap(decideObjectionFiling(published, rules))
    const number = await nextNumber(unit, 'ENTRY_OBJECTION')
    await tx.entryObjection.create({
      data: {
        ...{ number, applicationId: row.id, objectorName: parsed.objectorName, text: parsed.text },
        contactCipher: identityVault.seal(contact),
        filedAt: now,
        answerDueOn: toDbDay(answerDueOn),
      },
    })
    // On the application's trail, which its applicant's timeline is read from: not a word of who objected.
    await unit.audit({
      action: 'entry.object',
      entity: 'EntryApplication',
      entityId: row.id,
      after: { number: row.number, objection: number, answerDueOn },
      basis: citeBasis(rules.ruleSet.parameters.objectionAnswerWorkingDays.basis),
    })
    await unit.outbox('entries.objected', 'EntryApplication', row.id)
    return number
  })
}
