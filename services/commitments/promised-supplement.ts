import type { PromisedSupplement } from '#domain/commitments/miss.ts'
import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import type { ToleranceRuleSet } from '#domain/commitments/tolerance-rule-set.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Commitment, CommitmentItem } from '#prisma/generated/client.ts'

/** What the rule about misses reads of a promised material. */
export type ItemOfRule = Pick<CommitmentItem, 'materialSeq' | 'dueOn' | 'deliveredAt' | 'rejectedAt' | 'secondDueOn'>

/** A stored commitment as the rule about misses reads it. */
export function promisedSupplementOf(commitment: Pick<Commitment, 'supplementDueOn'> & { readonly items: readonly ItemOfRule[] }) {
  const { supplementDueOn, items } = commitment
  return {
    dueOn: fromDbDay(supplementDueOn),
    materials: items.map(({ materialSeq, dueOn, deliveredAt, rejectedAt, secondDueOn }) => ({
      seq: materialSeq,
      dueOn: fromDbDayOrNull(dueOn),
      deliveredAt,
      rejectedAt,
      secondDueOn: fromDbDayOrNull(secondDueOn),
    })),
  } satisfies PromisedSupplement
}

/** The rules a promise was given under: what its letter says holds for it, whatever version came later. */
export function rulesOfCommitment({ ruleSetVersion }: Pick<Commitment, 'ruleSetVersion'>): ToleranceRuleSet {
  const rules = toleranceRuleSets.find(({ version }) => version === ruleSetVersion)
  if (!rules) throw new Error(`unknown tolerance rule set ${ruleSetVersion}`)
  return rules
}
