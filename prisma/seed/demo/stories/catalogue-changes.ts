import type { CatalogueChangeKind, CatalogueChangeRoute, CatalogueChangeStep } from '#domain/catalogue/catalogue-change.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { applyForChange } from '#services/catalogue/apply-for-change.ts'
import { putCatalogueInForce } from '#services/catalogue/put-in-force.ts'
import { refreshConcernedFirms } from '#services/catalogue/refresh-concerned-firms.ts'
import { takeCatalogueStep } from '#services/catalogue/take-catalogue-step.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { demoToday, instant } from '../stage.ts'
import type { DemoAccountKey } from '../accounts.ts'
import type { Stage } from '../stage.ts'
import { playDemands } from './demands.ts'

/** One step: who, when, on which document. */
type Act = readonly [step: Exclude<CatalogueChangeStep, 'APPLICATION'>, by: DemoAccountKey, on: CalendarDay, documentNo?: string]

/** One adjustment, told up to the step at which it stands. */
interface Story {
  readonly kind: CatalogueChangeKind
  readonly route: CatalogueChangeRoute
  readonly item: string
  readonly change?: Partial<ItemContent>
  readonly reasons: string
  readonly legalBasis: string
  readonly cancellingDocument?: string
  readonly appliedOn: CalendarDay
  readonly acts: readonly Act[]
  readonly effectiveOn?: CalendarDay
}

const stories: readonly Story[] = [
  {
    ...{ kind: 'CANCEL', route: 'CHANGE_OF_LAW', item: 'ZJ-CON-005', appliedOn: '2026-08-17', effectiveOn: '2026-10-15' },
    reasons: '消防设施检测不再作为任何审批事项的受理条件，由单位自主开展。',
    legalBasis: '演示：相关规章修改后不再要求提交检测报告',
    cancellingDocument: '演示文件〔2026〕12号',
    acts: [
      ['REFERRAL', 'reform2', '2026-08-19'],
      ['EXAMINATION', 'reform', '2026-08-31', '演示市改审〔2026〕5号'],
      ['DELIBERATION', 'reform2', '2026-09-14', '演示区政府常务会议纪要〔2026〕9号'],
      ['PUBLICATION', 'reform3', '2026-09-28', '演示区政公〔2026〕12号'],
    ],
  },
  {
    ...{ kind: 'AMEND', route: 'ORGANISATIONAL', item: 'ZJ-CON-004', appliedOn: '2026-07-06', effectiveOn: '2026-08-10' },
    change: { timeLimitWorkingDays: 20, feeNote: '市场调节价；受理窗口由区住房和城乡建设局统一设置（演示）' },
    reasons: '机构职能调整后由区住房和城乡建设局统一实施，写明服务时限。',
    legalBasis: '演示：区机构改革方案',
    acts: [
      ['REFERRAL', 'reform2', '2026-07-08'],
      ['EXAMINATION', 'reform2', '2026-07-15'],
      ['DELIBERATION', 'reform2', '2026-07-22', '演示改办会议纪要〔2026〕4号'],
      ['PUBLICATION', 'reform3', '2026-08-10', '演示区政公〔2026〕9号'],
      ['FILING', 'reform', '2026-08-14', '演示市改备〔2026〕3号'],
    ],
  },
  {
    ...{ kind: 'CANCEL', route: 'CHANGE_OF_LAW', item: 'ZJ-CON-003', appliedOn: '2026-10-12' },
    reasons: '规定范围以外的工程，建设单位可以自主管理，不再强制委托监理。',
    legalBasis: '演示：相关条例修改决定',
    cancellingDocument: '演示文件〔2026〕21号',
    acts: [
      ['REFERRAL', 'reform2', '2026-10-14'],
      ['EXAMINATION', 'reform', '2026-10-28', '演示市改审〔2026〕8号'],
      ['DELIBERATION', 'reform2', '2026-11-16', '演示区政府常务会议纪要〔2026〕13号'],
    ],
  },
  {
    ...{ kind: 'AMEND', route: 'ORGANISATIONAL', item: 'ZJ-CON-001', appliedOn: '2026-11-11' },
    change: { timeLimitWorkingDays: 15 },
    reasons: '写明勘察外业和报告编制的服务时限。',
    legalBasis: '演示：区机构改革方案',
    acts: [['REFERRAL', 'reform2', '2026-11-13']],
  },
  {
    ...{ kind: 'AMEND', route: 'CHANGE_OF_LAW', item: 'ZJ-CON-002', appliedOn: '2026-11-02' },
    change: { feeNote: '市场调节价；不得向建设单位另收复审费（演示）' },
    reasons: '规范复审收费。',
    legalBasis: '演示：收费规定修改',
    acts: [
      ['REFERRAL', 'reform2', '2026-11-04'],
      ['RETURN', 'reform', '2026-11-12'],
    ],
  },
  {
    ...{ kind: 'AMEND', route: 'CHANGE_OF_LAW', item: 'ZJ-CON-006', appliedOn: '2026-09-07', effectiveOn: '2027-01-01' },
    change: { selfPreparation: 'YES', basisNote: '建设单位具备能力的，可以自行编制最高投标限价（演示）' },
    reasons: '明确建设单位可以自行编制。',
    legalBasis: '演示：相关规章修改决定',
    acts: [
      ['REFERRAL', 'reform2', '2026-09-09'],
      ['EXAMINATION', 'reform', '2026-09-25', '演示市改审〔2026〕6号'],
      ['DELIBERATION', 'reform2', '2026-10-20', '演示区政府常务会议纪要〔2026〕11号'],
      ['PUBLICATION', 'reform3', '2026-11-09', '演示区政公〔2026〕15号'],
    ],
  },
]

const opinions: Readonly<Record<CatalogueChangeStep, string>> = {
  APPLICATION: '',
  REFERRAL: '材料齐全，转办审核。（演示）',
  EXAMINATION: '依据充分，同意调整。（演示）',
  DELIBERATION: '会议同意。（演示）',
  PUBLICATION: '予以公布。（演示）',
  FILING: '予以备案。（演示）',
  RETURN: '请补充收费规定的文号和施行日期。（演示）',
  REJECTION: '不予调整。（演示）',
  WITHDRAWAL: '撤回。（演示）',
}

/** Adjustments on both routes in different steps, one of them a cancellation in force; then what was demanded in spite of it. */
export async function playCatalogueChanges(stage: Stage): Promise<void> {
  for (const [index, story] of stories.entries()) await play(stage, `demo catalogue ${String(index)}`, story)
  await putCatalogueInForce(stage.system(instant(demoToday, 8)))
  const events = await stage.platform.prisma.outboxEvent.findMany({ where: { topic: { startsWith: 'catalogue.item' }, processedAt: null } })
  await runInTransaction(stage.system(instant(demoToday, 8)), (unit) => refreshConcernedFirms(unit, events))
  await playDemands(stage)
}

async function play(stage: Stage, name: string, story: Story): Promise<void> {
  const { prisma } = stage.platform
  const { kind, route, item, reasons, legalBasis, cancellingDocument, appliedOn } = story
  const id = await applyForChange(await stage.as('manager2', instant(appliedOn, 10)), {
    ...{ clientMutationId: `${name} apply`, kind, route, itemCode: item, reasons: `${reasons}（演示）`, legalBasis },
    content: story.change ? { ...(await firstText(stage, item)), ...story.change } : null,
    ...{ cancellingDocument, onDay: appliedOn, documentNo: `演示区建〔2026〕${String(stories.indexOf(story) + 30)}号` },
  })
  const { number } = await prisma.catalogueChange.findUniqueOrThrow({ where: { id }, select: { number: true } })
  for (const [index, [step, by, onDay, documentNo]] of story.acts.entries()) {
    await takeCatalogueStep(await stage.as(by, instant(onDay, 11)), {
      ...{ clientMutationId: `${name} step ${String(index)}`, number, version: index + 1, step, onDay, documentNo },
      opinion: opinions[step],
      effectiveOn: step === 'PUBLICATION' ? story.effectiveOn : null,
    })
  }
}

/** Told from the first version, so that a load that goes on asks exactly the same. */
async function firstText({ platform }: Stage, code: string): Promise<ItemContent> {
  const { content } = await platform.prisma.serviceItemVersion.findUniqueOrThrow({
    where: { serviceItemCode_version: { serviceItemCode: code, version: 1 } },
  })
  return itemContentSchema.parse(content)
}
