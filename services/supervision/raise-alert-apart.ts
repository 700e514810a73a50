import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { raiseAlert } from './raise-alert.ts'
import type { NewAlert } from './raise-alert.ts'

/**
 * Runs a use case of which some refusals leave an alert. The refusal rolls the use case back; the alert is raised in a transaction of its
 * own afterwards, so that the attempt stays known.
 * @param alertFor what to raise for a refusal, with the things the use case came to know; null: nothing
 */
export async function raisingAlertsFor<Known extends object>(
  context: UseCaseContext,
  work: (known: Partial<Known>) => Promise<string>,
  alertFor: (refusal: RefusedError, known: Partial<Known>) => NewAlert | null,
): Promise<string> {
  const known: Partial<Known> = {}
  try {
    return await work(known)
  } catch (error) {
    const alert = error instanceof RefusedError ? alertFor(error, known) : null
    if (alert) await runInTransaction(context, (unit) => raiseAlert(unit, alert))
    throw error
  }
}
