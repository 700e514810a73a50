import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { answerComplaint } from '#services/complaints/answer-complaint.ts'
import { fileComplaint } from '#services/complaints/file-complaint.ts'
import { refuseComplaint } from '#services/complaints/refuse-complaint.ts'
import { takeUpComplaint } from '#services/complaints/take-up-complaint.ts'
import { transferComplaint } from '#services/complaints/transfer-complaint.ts'
import { retainedItems } from '../../invented/catalogue.ts'
import { inventIntermediary } from '../../invented/intermediary.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { demoToday, instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** What somebody filed, and how far it came. */
interface Story {
  readonly kind: 'REPORT' | 'COMPLAINT'
  /** The n-th invented institution; left out: the named agency. */
  readonly intermediary?: number
  readonly statement: string
  readonly filedOn: CalendarDay
  readonly isSigned: boolean
  readonly handler: DemoAccountKey
  readonly takenUpOn?: CalendarDay
  readonly ended?: { readonly on: CalendarDay; readonly as: 'COUNTED' | 'CASE' | 'UNTRUE' | 'REFUSED' | 'TRANSFERRED' }
}

const agencyName = '郑州市交通运输局（演示）'

const stories: readonly Story[] = [
  {
    ...{ kind: 'REPORT', intermediary: 3, filedOn: '2026-11-19', isSigned: false, handler: 'investigator2' },
    statement: '该机构的现场检测人员与报告上签字的人不是同一人。',
  },
  {
    ...{ kind: 'COMPLAINT', intermediary: 4, filedOn: '2026-11-10', isSigned: true, handler: 'investigator2', takenUpOn: '2026-11-12' },
    statement: '约定十个工作日出报告，催了三次仍未交付，也没有说明原因。',
  },
  {
    ...{ kind: 'COMPLAINT', intermediary: 6, filedOn: '2026-11-16', isSigned: true, handler: 'investigator' },
    statement: '清单上这一事项的办理时限与窗口告知的不一致，请核实。',
    ended: { on: '2026-11-18', as: 'TRANSFERRED' },
  },
  {
    ...{ kind: 'COMPLAINT', intermediary: 9, filedOn: '2026-10-12', isSigned: true, handler: 'investigator2', takenUpOn: '2026-10-14' },
    statement: '报告有三处计算错误，要求修改时工作人员态度恶劣，拒绝修改。',
    ended: { on: '2026-11-02', as: 'COUNTED' },
  },
  {
    ...{ kind: 'REPORT', intermediary: 14, filedOn: '2026-10-26', isSigned: false, handler: 'investigator', takenUpOn: '2026-10-28' },
    statement: '在标价之外另收“资料费”，只给收据不开发票。',
    ended: { on: '2026-11-13', as: 'CASE' },
  },
  {
    ...{ kind: 'REPORT', intermediary: 4, filedOn: '2026-09-21', isSigned: false, handler: 'investigator2', takenUpOn: '2026-09-23' },
    statement: '听说该机构没有资质也在接业务。',
    ended: { on: '2026-10-15', as: 'UNTRUE' },
  },
  {
    ...{ kind: 'COMPLAINT', filedOn: '2026-11-03', isSigned: false, handler: 'reform' },
    statement: '对行政许可决定不服，希望重新审批。',
    ended: { on: '2026-11-05', as: 'REFUSED' },
  },
]

/** Reports and complaints in every state, filed by visitors of the public pages. */
export async function playComplaints(stage: Stage): Promise<void> {
  const items = await retainedItems(stage.platform)
  const { prisma } = stage.platform
  const agency = await prisma.organisation.findFirstOrThrow({ where: { nameZh: agencyName }, select: { id: true } })
  const reform = await prisma.organisation.findFirstOrThrow({
    where: { nameZh: '郑州市政务服务改革管理办公室（演示）' },
    select: { id: true },
  })
  for (const [index, story] of stories.entries()) {
    const firm =
      story.intermediary === undefined
        ? null
        : inventIntermediary(story.intermediary, { block: 'INTERMEDIARY', items, mostPractitioners: 6, today: demoToday })
    const about = firm ? { uscc: firm.uscc, about: firm.name } : { agencyId: agency.id, about: agencyName }
    await play(stage, `demo complaint ${index}`, { ...story, ...about }, reform.id)
  }
}

async function play(
  stage: Stage,
  name: string,
  story: Story & { readonly about: string; readonly uscc?: string; readonly agencyId?: string },
  reformOfficeId: string,
): Promise<void> {
  const { kind, about, uscc, agencyId, statement, filedOn, isSigned, handler, takenUpOn, ended } = story
  const { id } = await fileComplaint(stage.anyone(instant(filedOn, 10)), {
    clientMutationId: `${name} file`,
    ...{ kind, about, uscc, agencyId, statement: `${statement}（演示）`, occurredOn: addDays(filedOn, -6) },
    ...(isSigned ? { name: '演示投诉人', contact: '13800000000' } : {}),
  })
  const { number } = await stage.platform.prisma.complaint.findUniqueOrThrow({ where: { id }, select: { number: true } })
  let version = 0
  const step = () => ({ clientMutationId: `${name} step ${(version += 1)}`, number, version })
  const by = (on: CalendarDay) => stage.as(handler, instant(on, 14))
  if (takenUpOn) await takeUpComplaint(await by(takenUpOn), step())
  if (!ended) return
  const officer = await by(ended.on)
  if (ended.as === 'TRANSFERRED') {
    await transferComplaint(officer, { ...step(), officeId: reformOfficeId, reasons: '清单内容由改革办负责。（演示）' })
  } else if (ended.as === 'REFUSED') {
    await refuseComplaint(officer, { ...step(), reasons: '对行政许可决定不服的，请依法申请行政复议或者提起行政诉讼。（演示）' })
  } else if (ended.as === 'UNTRUE') {
    await answerComplaint(officer, { ...step(), isSubstantiated: false, answer: '经核查，该机构资质齐全、均在有效期内。（演示）' })
  } else {
    await answerComplaint(officer, {
      ...step(),
      isSubstantiated: true,
      ...(ended.as === 'CASE'
        ? { consequence: 'CASE' as const, violationCode: 'V-FEE-02', finding: '在标价之外收取“资料费”，涉嫌违规收费。（演示）' }
        : { consequence: 'CREDIT_EVENT' as const, finding: '成果存在计算错误，未在合理期限内更正。（演示）' }),
      answer: '经核查，您反映的情况属实，已依规则处理。感谢监督。（演示）',
    })
  }
}
