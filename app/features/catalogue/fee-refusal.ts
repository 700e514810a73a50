import { formatFen } from '#domain/kernel/money.ts'
import type { UserError } from '#app/refusal.ts'

/** The facts of a refusal about fees as its sentence wants them: amounts in yuan. */
export function feeRefusal<E extends UserError>(error: E): E {
  const { feeFen, feeCeilingFen, chargedFeeFen, size, ...facts } = (error.facts ?? {}) as Record<string, unknown>
  const amount = (name: string, fen: unknown) => (typeof fen === 'number' ? { [name]: formatFen(fen) } : {})
  const isAtAnySize = error.code === 'FEE_OVER_CEILING' && typeof size !== 'number'
  return {
    ...error,
    code: isAtAnySize ? 'FEE_OVER_CEILING_FIXED' : error.code,
    facts: {
      ...facts,
      ...(typeof size === 'number' ? { size } : {}),
      ...amount('fee', feeFen),
      ...amount('agreed', feeFen),
      ...amount('ceiling', feeCeilingFen),
      ...amount('charged', chargedFeeFen),
    },
  }
}
