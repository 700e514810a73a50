import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { loadRatingBodies } from '#services/engagements/load-rating-bodies.ts'
import { acceptedAtOf, reviewableInclude } from '#services/engagements/lock-reviewable.ts'
import type { ReviewableRow } from '#services/engagements/lock-reviewable.ts'
import { moderateReview } from '#services/engagements/moderate-review.ts'
import { replyToReview } from '#services/engagements/reply-to-review.ts'
import { reviewEngagement } from '#services/engagements/review-engagement.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { demoToday, instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { concludeDemoContract, engagementVersion } from './contracts.ts'

/** What every accepting agency asks for: in the district its construction bureau rates it. */
const item = 'ZJ-NOT-002'
const provider: DemoAccountKey = 'firm-19'
const dayMs = 86_400_000

/**
 * The three raters at work: a firm reviewed by owner, competent authority and office, with a reply, and with words hidden because of a
 * telephone number; another by owner and office; and one accepted result that waits for authority and office today.
 */
export async function playReviews(stage: Stage): Promise<void> {
  const rated = await completedOf(stage, provider, item)
  for (const [turn, row] of rated.entries()) {
    const words = turn === 1 ? '译员电话 13800000000，联系不上。' : '译文与原件一致。'
    await rate(stage, 'manager2', row, { afterDays: 1, words })
    await rate(stage, await officeFor(stage, row), row, { afterDays: 2, words: '' })
  }
  await reply(stage, provider, rated[0])
  await hide(stage, rated[1])
  const known = await completedOf(stage, 'intermediary', 'ZJ-EIA-001')
  for (const row of known.slice(0, 2)) await rate(stage, await officeFor(stage, row), row, { afterDays: 2, words: '流程规范。' })
  await reply(stage, 'intermediary', known[0])
  await playWaiting(stage)
}

async function completedOf(stage: Stage, account: DemoAccountKey, serviceItemCode: string): Promise<readonly ReviewableRow[]> {
  const { viewer } = await stage.as(account, instant(demoToday))
  return stage.platform.prisma.engagement.findMany({
    where: { serviceItemCode, state: 'COMPLETED', intermediary: { subjectId: viewer.subjectId ?? '' } },
    include: reviewableInclude,
    orderBy: { chosenAt: 'asc' },
  })
}

/** Much as the owner did, some days after the acceptance. */
async function rate(
  stage: Stage,
  account: DemoAccountKey,
  row: ReviewableRow,
  { afterDays, words }: { readonly afterDays: number; readonly words: string },
): Promise<void> {
  const acceptedAt = acceptedAtOf(row)
  const [owner] = row.reviews
  if (!acceptedAt || !owner) throw new RangeError(`${row.number} was not accepted by a review`)
  const { number } = row
  const { quality, timeliness, attitude, fees, conduct } = owner
  await reviewEngagement(await stage.as(account, new Date(acceptedAt.getTime() + afterDays * dayMs)), {
    clientMutationId: `demo review ${account} ${number}`,
    ...{ number, quality, timeliness, fees, conduct },
    attitude: Math.max(1, attitude - 1),
    version: await engagementVersion(stage, number),
    comment: words === '' ? '' : `${words}（演示）`,
  })
}

/** The office that rates it: the district's where there is one. */
async function officeFor(stage: Stage, row: ReviewableRow): Promise<'reform' | 'reform2'> {
  const bodies = (await loadRatingBodies(stage.platform.prisma, [row], instant(demoToday))).get(row.id)
  const { viewer } = await stage.as('reform2', instant(demoToday))
  return bodies?.platformIds.includes(viewer.organisationId ?? '') ? 'reform2' : 'reform'
}

const reviewOf = ({ platform }: Stage, row: ReviewableRow | undefined, rater: 'OWNER' | 'AUTHORITY') =>
  platform.prisma.serviceReview.findUniqueOrThrow({ where: { engagementId_rater: { engagementId: row?.id ?? '', rater } } })

async function reply(stage: Stage, account: DemoAccountKey, row: ReviewableRow | undefined): Promise<void> {
  const { id, recordedAt } = await reviewOf(stage, row, 'OWNER')
  await replyToReview(await stage.as(account, new Date(recordedAt.getTime() + 3 * dayMs)), {
    clientMutationId: `demo reply ${id}`,
    reviewId: id,
    reply: '感谢意见。我们已增加项目联系人，今后每周通报进度（演示）。',
  })
}

async function hide(stage: Stage, row: ReviewableRow | undefined): Promise<void> {
  if (!row) throw new RangeError(`too few reviews of ${item}`)
  const { id, recordedAt } = await reviewOf(stage, row, 'AUTHORITY')
  await moderateReview(await stage.as(await officeFor(stage, row), new Date(recordedAt.getTime() + 3 * dayMs)), {
    clientMutationId: 'demo moderation',
    reviewId: id,
    part: 'COMMENT',
    ground: 'PERSONAL_DATA',
    reasons: '含个人手机号码（演示）',
  })
}

/** Chosen, contracted, delivered and accepted this month; authority and office have not spoken yet. */
async function playWaiting(stage: Stage): Promise<void> {
  const { prisma } = stage.platform
  const { viewer } = await stage.as(provider, instant(demoToday))
  const { feeFen, promisedWorkingDays, version, serviceItem, intermediary } = await prisma.serviceOffering.findFirstOrThrow({
    where: { serviceItemCode: item, intermediary: { subjectId: viewer.subjectId ?? '' } },
    include: { serviceItem: true, intermediary: { select: { subject: { select: { uscc: true } } } } },
  })
  const id = await chooseIntermediary(await stage.as('applicant', instant('2026-11-02', 10)), {
    clientMutationId: 'demo choice to rate',
    uscc: intermediary.subject.uscc ?? '',
    ...{ serviceItemCode: item, feeFen, promisedWorkingDays, offeringVersion: version, size: serviceItem.referenceSize },
    divisionCode: '410105',
    projectName: '外文合同公证（演示）',
  })
  const { number } = await prisma.engagement.findUniqueOrThrow({ where: { id } })
  await concludeDemoContract(stage, { number, client: 'applicant', provider, on: '2026-11-03' })
  const step = async (name: string) => ({
    clientMutationId: `demo ${name} ${number}`,
    number,
    version: await engagementVersion(stage, number),
  })
  await deliverResult(await stage.as(provider, instant('2026-11-13', 16)), {
    ...(await step('delivery to rate')),
    note: '成果已提交（演示）',
  })
  await answerDeliverable(await stage.as('applicant', instant('2026-11-17', 10)), { ...(await step('acceptance')), outcome: 'ACCEPTED' })
}
