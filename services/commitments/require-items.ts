import type { CommitmentItem } from '#prisma/generated/client.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

/** The promised materials named by a step, each once. @throws ValidationError MATERIAL_UNKNOWN with the numbers nobody promised */
export function requireItems(items: readonly CommitmentItem[], materials: readonly number[]): number[] {
  const seqs = [...new Set(materials)]
  const unknown = seqs.filter((seq) => !items.some(({ materialSeq }) => materialSeq === seq))
  if (unknown.length > 0) throw new ValidationError([{ path: 'materials', code: 'MATERIAL_UNKNOWN', facts: { materials: unknown } }])
  return seqs
}
