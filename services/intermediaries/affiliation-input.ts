import { z } from 'zod'
import { affiliationKinds } from '#domain/intermediaries/affiliation.ts'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { requireUscc } from '../access/register-subject.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { flagUndeclaredTies } from './flag-undeclared-ties.ts'

const day = z.string().refine(isCalendarDay, 'DAY_INVALID')

/** 关联关系 as it is declared: to whom the firm belongs, and the agency that party is or belongs to. */
export const affiliationInput = z
  .object({
    kind: z.enum(affiliationKinds),
    partyName: z.string().trim().min(1).max(200),
    partyUscc: z.string().trim().max(40).nullable().default(null),
    /** Id of an organisation of kind AGENCY. */
    agencyId: z.uuid().nullable().default(null),
    sharePercent: z.number().gt(0).max(100).nullable().default(null),
    note: z.string().trim().max(500).default(''),
    fromOn: day,
    untilOn: day.nullable().default(null),
  })
  .refine(({ fromOn, untilOn }) => untilOn === null || untilOn >= fromOn, { path: ['untilOn'], message: 'ENDS_BEFORE_IT_BEGINS' })
  // A unit, an association or its firm is one of some agency; without it the tie says nothing.
  .refine(({ kind, agencyId }) => agencyId !== null || kind === 'OWNER' || kind === 'CONTROLLING', {
    path: ['agencyId'],
    message: 'AGENCY_WANTED',
  })

export type NewAffiliation = z.output<typeof affiliationInput>

/** The codes in the stored form; every agency named is one. @throws ValidationError USCC_INVALID, AGENCY_UNKNOWN beside `path` */
export async function normaliseAffiliations({ tx }: UnitOfWork, ties: readonly NewAffiliation[], path: string): Promise<NewAffiliation[]> {
  const ids = ties.flatMap(({ agencyId }) => agencyId ?? [])
  const agencies = new Set(
    (await tx.organisation.findMany({ where: { id: { in: ids }, kind: 'AGENCY' }, select: { id: true } })).map(({ id }) => id),
  )
  return ties.map((tie, index) => {
    if (tie.agencyId !== null && !agencies.has(tie.agencyId)) {
      throw new ValidationError([{ path: `${path}.${index}.agencyId`, code: 'AGENCY_UNKNOWN', facts: {} }])
    }
    const { partyUscc } = tie
    return { ...tie, partyUscc: partyUscc === null || partyUscc === '' ? null : requireUscc(partyUscc, `${path}.${index}.partyUscc`) }
  })
}

/** Writes ties that the firm declared. The caller checks avoidance afterwards and refreshes the standing. */
export async function saveAffiliations(unit: UnitOfWork, intermediaryId: string, ties: readonly NewAffiliation[]): Promise<void> {
  await unit.tx.affiliation.createMany({
    data: ties.map(({ fromOn, untilOn, ...tie }) => ({
      ...tie,
      intermediaryId,
      fromOn: toDbDay(fromOn),
      untilOn: untilOn === null ? null : toDbDay(untilOn),
    })),
  })
  await flagUndeclaredTies(unit, intermediaryId, ties)
}
