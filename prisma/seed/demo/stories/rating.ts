import { zz1Values } from '#domain/credit/credit-parameter-values.ts'
import { industryTemplate } from '#domain/credit/industry-standard.ts'
import { draftRuleSet } from '#services/credit/draft-rule-set.ts'
import { editRuleSet } from '#services/credit/edit-rule-set.ts'
import { publishPlatformMean } from '#services/credit/publish-platform-mean.ts'
import { publishRuleSet } from '#services/credit/publish-rule-set.ts'
import { recordAssessment } from '#services/credit/record-assessment.ts'
import { recordHonour } from '#services/credit/record-honour.ts'
import { runSimulations } from '#services/credit/run-simulation.ts'
import { simulateRuleSet } from '#services/credit/simulate-rule-set.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** What the transport bureau rates by its own standard. */
const item = 'ZJ-ROA-001'

/** The mean of the month, an authority's standard with assessments, honours, and the next version of the city's rules: drafted, simulated, not yet published. */
export async function playRating(stage: Stage): Promise<void> {
  await publishPlatformMean(stage.system(instant('2026-10-31', 1)))
  const version = await playStandard(stage)
  await playAssessments(stage, version)
  await playHonour(stage)
  await playDraft(stage)
}

async function stepOf({ platform }: Stage, id: string) {
  const { version, rowVersion } = await platform.prisma.creditRuleSetVersion.findUniqueOrThrow({ where: { id } })
  return { version, rowVersion }
}

async function playStandard(stage: Stage): Promise<string> {
  const manager = await stage.as('manager', instant('2026-05-18', 10))
  const id = await draftRuleSet(manager, { clientMutationId: 'demo standard draft', serviceItemCodes: [item] })
  const { version } = await stepOf(stage, id)
  const at = (rowVersion: number) => ({ version, rowVersion })
  const explanation = '涉路安全技术评价涉及公路运行安全，按成果质量、时限、规范执业三项考评。'
  await editRuleSet(manager, { ...at(1), clientMutationId: 'demo standard edit', explanation, parameters: industryTemplate })
  const publisher = await stage.as('manager3', instant('2026-05-25', 10))
  await publishRuleSet(publisher, { ...at(2), clientMutationId: 'demo standard publish', effectiveFrom: '2026-07-01' })
  return version
}

/** The first two institutions on the register that offer it. */
async function playAssessments(stage: Stage, version: string): Promise<void> {
  const firms = await stage.platform.prisma.intermediary.findMany({
    where: { status: 'LISTED', offerings: { some: { serviceItemCode: item, isWithdrawn: false } } },
    include: { subject: { select: { uscc: true } } },
    orderBy: { subject: { uscc: 'asc' } },
    take: 2,
  })
  const given = [
    [38, 30, 26],
    [28, 18, 24],
  ] as const
  const manager = await stage.as('manager', instant('2026-07-20', 15))
  for (const [index, { subject }] of firms.entries()) {
    const [quality = 0, time = 0, conduct = 0] = given[index] ?? []
    await recordAssessment(manager, {
      ...{ clientMutationId: `demo assessment ${index}`, version, uscc: subject.uscc ?? '', period: '2026-H1' },
      criteria: [
        { code: 'Q', points: quality, reason: '抽查成果中有需要补充的计算' },
        { code: 'T', points: time, reason: time < 30 ? '两项成果晚于承诺期限' : '' },
        { code: 'S', points: conduct, reason: '一次现场记录不完整' },
      ],
    })
  }
}

async function playHonour(stage: Stage): Promise<void> {
  const firm = await stage.platform.prisma.subject.findFirstOrThrow({
    where: { organisation: { memberships: { some: { user: { email: { startsWith: 'intermediary@' } } } } } },
    select: { uscc: true },
  })
  await recordHonour(await stage.as('reform', instant('2026-06-15', 11)), {
    ...{ clientMutationId: 'demo honour', uscc: firm.uscc ?? '', level: 'CITY', title: '年度诚信服务机构', awardedBy: '演示市质量协会' },
    ...{ documentNumber: '演示质协〔2026〕8号', awardedOn: '2026-05-20' },
  })
}

async function playDraft(stage: Stage): Promise<void> {
  const drafter = await stage.as('reform', instant('2026-11-18', 10))
  const id = await draftRuleSet(drafter, { clientMutationId: 'demo rules draft' })
  const { version } = await stepOf(stage, id)
  const parameters = { ...zz1Values, complaintPoints: -3, gradeThresholds: { A: 92, B: 78, C: 60 } }
  const explanation = '查实投诉的分值提高到3分，A、B级分数线各提高，与周边城市衔接。'
  await editRuleSet(drafter, { version, rowVersion: 1, clientMutationId: 'demo rules edit', explanation, parameters })
  await simulateRuleSet(drafter, { version, rowVersion: 2, clientMutationId: 'demo rules simulate' })
  await runSimulations(stage.system(instant('2026-11-18', 10, 5)))
}
