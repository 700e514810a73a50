import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

/** Every division named must be loaded. @throws ValidationError DIVISION_UNKNOWN with the codes */
export async function requireDivisions({ tx }: UnitOfWork, codes: readonly string[], path: string): Promise<void> {
  const wanted = [...new Set(codes)]
  const known = new Set((await tx.division.findMany({ where: { code: { in: wanted } }, select: { code: true } })).map(({ code }) => code))
  const unknown = wanted.filter((code) => !known.has(code))
  if (unknown.length > 0) throw new ValidationError([{ path, code: 'DIVISION_UNKNOWN', facts: { divisionCodes: unknown } }])
}
