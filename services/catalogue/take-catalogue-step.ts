import { z } from 'zod'
import { catalogueChangeSteps } from '#domain/catalogue/catalogue-change.ts'
import { bodyOf, decideCatalogueStep } from '#domain/catalogue/decide-catalogue-step.ts'
import type { CatalogueStepTaken } from '#domain/catalogue/decide-catalogue-step.ts'
import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { readChangeImpact } from './change-impact.ts'
import { attachmentInput, attachmentMark, dayInput, documentNoText, opinionText, saveAttachment } from './change-step-input.ts'
import { holdEditions } from './hold-editions.ts'
import { lockCatalogueChange } from './lock-catalogue-change.ts'
import type { LockedChange } from './lock-catalogue-change.ts'
import { newestVersion } from './newest-version.ts'
import type { NewestVersion } from './newest-version.ts'
import { publishEdition } from './publish-edition.ts'

/** Every step but the application, which brings the proposal with it. */
export const laterSteps = catalogueChangeSteps.filter((step) => step !== 'APPLICATION')
/** Those of the reform offices; the agency withdraws. */
export const officeSteps = laterSteps.filter((step) => step !== 'WITHDRAWAL')

export const takeCatalogueStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
  step: z.enum(laterSteps),
  onDay: dayInput,
  opinion: opinionText,
  documentNo: documentNoText.nullish(),
  attachment: attachmentInput.nullish(),
  effectiveOn: dayInput.nullish(),
})

/**
 * 转办 审核 审议 公布 备案, and 退回, 不予调整, 撤回: one step of an adjustment (rulebook R2), by the body whose step it is, with day, opinion
 * and document. Publication makes an edition of the catalogue and a version of the item. Answers with the adjustment's id.
 * @throws RefusedError STEP_FORBIDDEN, NOT_THIS_BODY, SEPARATION_OF_DUTIES, INCOMPLETE, DAY_…, EFFECTIVE_…, CHANGE_OUTDATED
 */
export async function takeCatalogueStep(context: UseCaseContext, input: z.input<typeof takeCatalogueStepInput>): Promise<string> {
  const { attachment, ...parsed } = parseInput(takeCatalogueStepInput, input)
  const asked = { ...parsed, attachment: attachmentMark(attachment) }
  const command = { operation: 'takeCatalogueStep', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const permission = parsed.step === 'WITHDRAWAL' ? 'catalogueChange.apply' : 'catalogueChange.handle'
    // Before the item's versions are looked at: what is published next to this one is seen, or waits.
    if (parsed.step === 'PUBLICATION') await holdEditions(tx)
    const locked = await lockCatalogueChange(unit, permission, parsed)
    const { row, change, rules } = locked
    const { step, onDay, opinion } = parsed
    const { userId, organisationId } = viewer
    const newest = await newestVersion(tx, row.itemCode)
    const wanted = {
      ...{ step, onDay, opinion, documentNo: parsed.documentNo || null, effectiveOn: parsed.effectiveOn ?? null },
      ...{ actorId: userId ?? '', organisationId: organisationId ?? '' },
    }
    const taken = unwrap(decideCatalogueStep(change, wanted, rules, { today: shanghaiDayOf(now), latest: newest }))
    const bodyId = bodyOf(change, step, rules)
    demand(context, permission, { organisationId: bodyId, agencyOrganisationId: bodyId })
    await tx.catalogueChangeStep.create({
      data: {
        ...{ changeId: row.id, kind: step, opinion, documentNo: wanted.documentNo },
        onDay: toDbDay(onDay),
        recordedAt: now,
        actorId: wanted.actorId,
        actorName: viewer.name ?? '',
        organisationId: wanted.organisationId,
        attachmentId: await saveAttachment(unit, attachment),
      },
    })
    const published = step === 'PUBLICATION' ? await publish(unit, locked, newest, { ...taken, documentNo: wanted.documentNo }) : null
    await tx.catalogueChange.update({
      where: { id: row.id },
      data: { state: taken.state, version: { increment: 1 }, ...published },
    })
    const ruled = step === 'RETURN' || step === 'REJECTION' || step === 'WITHDRAWAL' ? null : rules.routes[row.route][step]
    await unit.audit({
      action: `catalogue.${step.toLowerCase()}`,
      entity: 'CatalogueChange',
      entityId: row.id,
      before: { state: row.state, version: row.version },
      after: { ...asked, state: taken.state, editionNumber: published?.editionNumber },
      basis: ruled ? citeBasis(ruled.basis) : undefined,
    })
    await unit.outbox('catalogue.changeStepTaken', 'CatalogueChange', row.id)
    return row.id
  })
}

/** The edition and the version, with whom they touch as it stands at this moment. */
async function publish(
  unit: UnitOfWork,
  { row, rules }: LockedChange,
  newest: NewestVersion | null,
  { effectiveOn, documentNo }: CatalogueStepTaken & { readonly documentNo: string | null },
) {
  const on: CalendarDay = effectiveOn ?? shanghaiDayOf(unit.now)
  const { id: changeId, itemCode: code, kind, number } = row
  const content = itemContentSchema.parse(row.content)
  const change = { kind, itemCode: code, before: newest?.content ?? null, after: content }
  const impact = await readChangeImpact(unit.tx, change, rules, shanghaiDayOf(unit.now))
  const titles = titlesOf[kind]
  const edition = await publishEdition(unit, {
    titleZh: `${titles.zh}：${content.nameZh}（${number}）`,
    titleEn: `${titles.en}: ${content.nameEn} (${number})`,
    documentNo,
    effectiveOn: on,
    items: [{ code, content, changeId }],
  })
  return { effectiveOn: toDbDay(on), editionNumber: edition.number, impact: asJson(impact) }
}

const titlesOf = {
  ADD: { zh: '新增事项', en: 'Item added' },
  AMEND: { zh: '变更事项', en: 'Item amended' },
  CANCEL: { zh: '取消事项', en: 'Item cancelled' },
  RESTORE: { zh: '恢复事项', en: 'Item restored' },
} as const
