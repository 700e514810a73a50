import { z } from 'zod'
import { decideCatalogueStep } from '#domain/catalogue/decide-catalogue-step.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { proposalInput, readProposal, recordApplication } from './apply-for-change.ts'
import { attachmentMark } from './change-step-input.ts'
import { lockCatalogueChange } from './lock-catalogue-change.ts'

export const resubmitChangeInput = proposalInput.extend({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/**
 * A returned adjustment handed in again, corrected, written against the item as it stands now. The round begins anew. Answers with its id.
 * @throws RefusedError STEP_FORBIDDEN unless it was returned, and what applyForChange refuses
 */
export async function resubmitChange(context: UseCaseContext, input: z.input<typeof resubmitChangeInput>): Promise<string> {
  const { attachment, ...parsed } = parseInput(resubmitChangeInput, input)
  const asked = { ...parsed, attachment: attachmentMark(attachment) }
  const command = { operation: 'resubmitChange', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const { row, change, rules } = await lockCatalogueChange(unit, 'catalogueChange.apply', parsed)
    const { userId, organisationId } = context.viewer
    const step = {
      step: 'APPLICATION',
      actorId: userId ?? '',
      organisationId: organisationId ?? '',
      onDay: parsed.onDay,
      opinion: parsed.reasons,
      documentNo: parsed.documentNo || null,
      effectiveOn: null,
    } as const
    const { state } = unwrap(decideCatalogueStep(change, step, rules, { today: shanghaiDayOf(unit.now), latest: null }))
    demand(context, 'catalogueChange.apply', { agencyOrganisationId: row.applyingAgencyId })
    const { kind, itemCode, applyingAgencyId: agencyId } = row
    const proposed = await readProposal(unit, { ...parsed, kind, itemCode, agencyId })
    await unit.tx.catalogueChange.update({
      where: { id: row.id },
      data: {
        state,
        content: asJson(proposed.content) ?? {},
        baseVersion: proposed.baseVersion,
        cancellingDocument: proposed.content.cancelledBy,
        reasons: parsed.reasons,
        legalBasis: parsed.legalBasis,
        version: { increment: 1 },
      },
    })
    await recordApplication(unit, { changeId: row.id, agencyId, ...parsed, attachment })
    await unit.audit({
      action: 'catalogue.resubmitChange',
      entity: 'CatalogueChange',
      entityId: row.id,
      before: { state: row.state, version: row.version, proposed: row.content },
      after: { number: row.number, state, proposed: proposed.content, reasons: parsed.reasons, attachment: asked.attachment },
      basis: parsed.legalBasis,
    })
    await unit.outbox('catalogue.changeApplied', 'CatalogueChange', row.id)
    return row.id
  })
}
