import type { FeeDescription } from '#domain/catalogue/describe-fee.ts'
import { percentOf } from './fee-words.ts'

/** A number of fen as an input shows it: '1234.5'. */
const yuan = (fen: number | null): string => (fen === null ? '' : String(fen / 100))

/** A schedule as the fields of the editor show it; without one, an empty fixed fee. */
export function feeFields(schedule: FeeDescription | null): Readonly<Record<string, string>> {
  if (!schedule) return { kind: 'FIXED' }
  const { kind, feeFen, lines, minFen, maxFen } = schedule
  const rateOf = (line: FeeDescription['lines'][number] | undefined) =>
    line?.ratePpm != null ? percentOf(line.ratePpm) : yuan(line?.feeFenPerUnit ?? null)
  const tiers = kind === 'TIERED' ? lines : []
  return {
    kind,
    amount: kind === 'FIXED' ? yuan(feeFen) : kind === 'TIERED' ? '' : rateOf(lines[0]),
    minimum: yuan(minFen),
    maximum: yuan(maxFen),
    tierCount: String(Math.max(tiers.length, leastTiers)),
    ...Object.fromEntries(
      tiers.flatMap((line, index) => [
        [`tiers[${index}].upTo`, line.upTo === null ? '' : String(line.upTo)],
        [`tiers[${index}].rate`, rateOf(line)],
      ]),
    ),
  }
}

/** Lines shown in an editor that has none yet. */
export const leastTiers = 3
