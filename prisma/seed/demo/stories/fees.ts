import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { changeOffering } from '#services/intermediaries/change-offering.ts'
import { offerService } from '#services/intermediaries/offer-service.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { concludeDemoContract, engagementVersion } from './contracts.ts'

/** 招标代理, counted by the project cost, and 外文材料翻译, by the copy; neither needs a certificate. */
const tendering = 'ZJ-CON-007'
const translation = 'ZJ-NOT-002'

/** 差额累进 in ppm of the project cost, at least 3,000 yuan. */
const tiers = (first: number): FeeSchedule => ({
  kind: 'TIERED',
  unit: 'PROJECT_COST',
  tiers: [
    { upTo: 1_000_000, rate: first },
    { upTo: 5_000_000, rate: 8_000 },
    { upTo: 10_000_000, rate: 4_500 },
    { upTo: null, rate: 2_500 },
  ],
  minFen: 300_000,
  maxFen: null,
})

/**
 * The demonstration's own institution asks for tendering in tiers and for translation by the copy; its fee for tendering went down in
 * spring and up in autumn. A client chose it for a project of eight million yuan and was charged less in the end.
 */
export async function playFees(stage: Stage): Promise<void> {
  await offer(stage, tendering, tiers(15_000), '2026-02-10', 15)
  await offer(stage, translation, { kind: 'PER_UNIT', unit: 'COPY', feeFenPerUnit: 12_000, minFen: null, maxFen: 500_000 }, '2026-02-10', 3)
  await change(stage, 1, tiers(13_000), '2026-05-11', '参照同行收费下调首档费率（演示）')
  await change(stage, 2, tiers(14_000), '2026-09-07', '人工成本上升（演示）')
  await chooseAndDeliver(stage)
}

const terms = (feeSchedule: FeeSchedule, promisedWorkingDays: number) => ({
  ...{ feeSchedule, promisedWorkingDays, divisionCodes: ['410100'], feeNote: '含现场服务，不含专家评审费（演示）' },
})

async function offer(stage: Stage, serviceItemCode: string, feeSchedule: FeeSchedule, on: CalendarDay, days: number): Promise<void> {
  const context = await stage.as('intermediary', instant(on))
  await offerService(context, { clientMutationId: `demo offering ${serviceItemCode}`, serviceItemCode, ...terms(feeSchedule, days) })
}

async function change(stage: Stage, version: number, feeSchedule: FeeSchedule, on: CalendarDay, reason: string): Promise<void> {
  const context = await stage.as('intermediary', instant(on))
  const clientMutationId = `demo fee change ${tendering} ${version}`
  await changeOffering(context, { clientMutationId, serviceItemCode: tendering, version, reason, ...terms(feeSchedule, 15) })
}

/** 1 million at 1.4 %, 4 million at 0.8 %, 3 million at 0.45 %: 59,500 yuan agreed, 58,000 charged. */
async function chooseAndDeliver(stage: Stage): Promise<void> {
  const client = await stage.as('applicant', instant('2026-10-12', 10))
  const provider = await stage.as('intermediary', instant('2026-10-29', 16))
  const { uscc } = await stage.platform.prisma.subject.findUniqueOrThrow({ where: { id: provider.viewer.subjectId ?? '' } })
  const id = await chooseIntermediary(client, {
    clientMutationId: `demo choice ${tendering}`,
    ...{ uscc: uscc ?? '', serviceItemCode: tendering, divisionCode: '410105', projectName: '仓储中心二期招标（演示）' },
    ...{ size: 8_000_000, feeFen: 5_950_000, promisedWorkingDays: 15, offeringVersion: 3 },
  })
  const { number } = await stage.platform.prisma.engagement.findUniqueOrThrow({ where: { id }, select: { number: true } })
  const note = '招标文件和评标报告已交付（演示）'
  await concludeDemoContract(stage, { number, client: 'applicant', provider: 'intermediary', on: '2026-10-12' })
  const version = await engagementVersion(stage, number)
  await deliverResult(provider, { clientMutationId: `demo delivery ${tendering}`, number, version, note, chargedFeeFen: 5_800_000 })
}
