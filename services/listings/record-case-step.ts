import type { Audience } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordStep } from '../procedures/record-step.ts'

/** Puts a step on the record of a violation case; unless said otherwise the party may read it once it knows of the case. */
export async function recordCaseStep(
  unit: UnitOfWork,
  entityId: string,
  kind: string,
  facts: object = {},
  audience: Audience = 'PARTIES',
): Promise<void> {
  await recordStep(unit, { procedure: 'VIOLATION_CASE', entityId, kind, audience, facts })
}
