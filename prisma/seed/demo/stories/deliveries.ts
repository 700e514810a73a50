import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { confirmMilestone } from '#services/engagements/confirm-milestone.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { planMilestone } from '#services/engagements/plan-milestone.ts'
import { raiseDispute } from '#services/engagements/raise-dispute.ts'
import { reportMilestone } from '#services/engagements/report-milestone.ts'
import { stateOnDispute } from '#services/engagements/state-on-dispute.ts'
import { uploadFile } from '#services/files/upload-file.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { engagementVersion } from './contracts.ts'
import { inventedPaper } from './invented-paper.ts'

/**
 * What happens under a contract: milestones on the way of one engagement, a result returned and handed in again with its file in another, and
 * a dispute about a third that is overdue.
 */
export async function playDeliveries(stage: Stage): Promise<void> {
  const find = async (projectOwner: 'applicant' | 'client-3', state: 'ACTIVE' | 'DELIVERED', serviceItemCode: string) => {
    const { viewer } = await stage.as(projectOwner, instant('2026-11-01'))
    const where = { applicantId: viewer.subjectId ?? '', state, serviceItemCode, contracts: { some: { state: 'IN_FORCE' as const } } }
    const { number } = await stage.platform.prisma.engagement.findFirstOrThrow({ where, orderBy: { chosenAt: 'desc' } })
    return number
  }
  await playMilestones(stage, await find('applicant', 'ACTIVE', 'ZJ-EIA-001'))
  await playReturn(stage, await find('applicant', 'DELIVERED', 'ZJ-ENV-001'))
  await playDispute(stage, await find('client-3', 'ACTIVE', 'ZJ-FOR-001'))
}

const step = async (stage: Stage, number: string, name: string) => ({
  clientMutationId: `demo ${name} ${number}`,
  number,
  version: await engagementVersion(stage, number),
})

async function playMilestones(stage: Stage, number: string): Promise<void> {
  const provider = await stage.as('intermediary', instant('2026-11-17', 9))
  await planMilestone(provider, { ...(await step(stage, number, 'milestone 1')), title: '现场踏勘', dueOn: '2026-11-18' })
  await planMilestone(provider, { ...(await step(stage, number, 'milestone 2')), title: '报告初稿', dueOn: '2026-11-26' })
  const reporter = await stage.as('intermediary', instant('2026-11-18', 17))
  await reportMilestone(reporter, { ...(await step(stage, number, 'reported')), sequence: 1 })
  const client = await stage.as('applicant', instant('2026-11-19', 9))
  await confirmMilestone(client, { ...(await step(stage, number, 'confirmed')), sequence: 1 })
}

async function playReturn(stage: Stage, number: string): Promise<void> {
  const client = await stage.as('applicant', instant('2026-11-16', 10))
  const reasons = '缺少第二季度的监测数据，请补充后重新提交（演示）'
  await answerDeliverable(client, { ...(await step(stage, number, 'return')), outcome: 'RETURNED', reasons })
  const provider = await stage.as('firm-14', instant('2026-11-19', 15))
  const fileId = await upload(provider, number, '自行监测报告（修订）.pdf')
  await deliverResult(provider, { ...(await step(stage, number, 'second delivery')), note: '已补充第二季度数据（演示）', fileId })
}

async function playDispute(stage: Stage, number: string): Promise<void> {
  const client = await stage.as('client-3', instant('2026-11-17', 10))
  const matter = '合同约定的期限已过，机构没有提交成果，也没有说明原因。要求限期提交或者退还预付款（演示）。'
  await raiseDispute(client, { ...(await step(stage, number, 'dispute')), matter })
  const provider = await stage.as('firm-8', instant('2026-11-19', 11))
  const statement = '林地现状调查因连续降雨推迟，已口头告知业主，预计十日内提交（演示）。'
  await stateOnDispute(provider, { ...(await step(stage, number, 'statement')), statement })
}

async function upload(who: UseCaseContext, engagementNumber: string, fileName: string): Promise<string> {
  const content = inventedPaper(`Report of ${engagementNumber} (demonstration)`)
  return (await uploadFile(who, { clientMutationId: `demo file ${engagementNumber}`, engagementNumber, fileName, content })).id
}
