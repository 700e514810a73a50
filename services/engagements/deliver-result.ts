import { z } from 'zod'
import { feeLimits } from '#domain/catalogue/fee-schedule.ts'
import { contractInForce } from '#domain/engagements/contract.ts'
import { decideDelivery } from '#domain/engagements/delivery.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { useFile } from '../files/use-file.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { raisingAlertsFor } from '../supervision/raise-alert-apart.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

export const deliverResultInput = engagementStepInput.extend({
  note: z.string().trim().max(1000).nullish(),
  /** What is charged in the end; left out: the fee agreed. */
  chargedFeeFen: z.int('FEE_INVALID').min(0, 'FEE_INVALID').max(feeLimits.fen, 'FEE_INVALID').nullish(),
  /** The result itself, uploaded for this engagement; left out where it is handed over on paper. */
  fileId: z.uuid().nullish(),
})
type Delivery = z.output<typeof deliverResultInput>
interface Known {
  engagement: EngagementWithRecord
}

/**
 * The intermediary hands over a version of the result 服务成果 under the contract; lateness is counted in working days (rulebook R4). Charging
 * more than was agreed is refused and leaves an alert. Answers with the engagement's id.
 * @throws RefusedError CONTRACT_REQUIRED, FEE_RAISED_AFTER_CHOICE, FILE_NOT_USABLE, ENGAGEMENT_WRONG_STATE
 */
export async function deliverResult(context: UseCaseContext, input: z.input<typeof deliverResultInput>): Promise<string> {
  const parsed = parseInput(deliverResultInput, input)
  const command = { operation: 'deliverResult', clientMutationId: parsed.clientMutationId, input: parsed }
  return raisingAlertsFor<Known>(
    context,
    (known) =>
      runUseCase(context, command, async (unit) => {
        const { row } = await lockEngagementParty(unit, parsed, 'INTERMEDIARY')
        known.engagement = row
        return saveDelivery(unit, row, parsed)
      }),
    ({ code, facts }, { engagement }) =>
      code === 'FEE_RAISED_AFTER_CHOICE' && engagement
        ? {
            kind: 'FEE_RAISED_AFTER_CHOICE',
            level: 'RED',
            sourceType: 'Engagement',
            sourceId: engagement.id,
            subjectId: engagement.intermediary.subjectId,
            serviceItemCode: engagement.serviceItemCode,
            facts: { ...facts, number: engagement.number },
          }
        : null,
  )
}

async function saveDelivery(
  unit: UnitOfWork,
  row: EngagementWithRecord,
  { note, chargedFeeFen = null, fileId }: Delivery,
): Promise<string> {
  const { tx, now, viewer } = unit
  const contract = contractInForce(row.contracts)
  const { id: engagementId, state, deliverables } = row
  const asAgreed = { feeFen: contract?.feeFen ?? row.feeFen, deliverDueOn: fromDbDay(row.deliverDueOn), hasContract: contract !== null }
  const rules = { now, calendar: await loadCalendar(tx), chargedFeeFen }
  const delivered = unwrap(decideDelivery({ state, ...asAgreed, deliverables }, rules))
  const { deliveredAt, lateWorkingDays, deliverableVersion } = delivered
  const file = fileId ? await useFile(unit, fileId, engagementId) : null
  await tx.deliverable.create({
    data: {
      ...{ engagementId, deliverableVersion, note: note ?? '', fileId: file?.id ?? null, lateWorkingDays },
      ...{ submittedById: viewer.userId ?? '', submittedAt: now },
    },
  })
  const data = { state: 'DELIVERED' as const, deliveredAt, lateWorkingDays, deliveryNote: note ?? null, chargedFeeFen }
  return saveEngagementStep(unit, row, data, {
    action: 'engagements.deliverResult',
    topic: 'engagements.delivered',
    after: { deliverableVersion, lateWorkingDays, chargedFeeFen, fileSha256: file?.sha256 ?? null },
  })
}
