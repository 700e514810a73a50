import { handleAlert } from '#services/supervision/handle-alert.ts'
import { reportDemand } from '#services/supervision/report-demand.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** What applicants reported was demanded: a cancelled item, waiting for somebody; one off the list, handled; a lawful one. */
export async function playDemands(stage: Stage): Promise<void> {
  const agency = await stage.platform.prisma.organisation.findFirstOrThrow({
    where: { nameZh: '郑州市金水区住房和城乡建设局（演示）' },
    select: { id: true },
  })
  const report = async (name: string, account: 'applicant' | 'client-2', demanded: string, demandedOn: string, serviceItemCode?: string) =>
    reportDemand(await stage.as(account, instant(demandedOn, 15)), {
      ...{ clientMutationId: `demo demand ${name}`, agencyId: agency.id, demanded, demandedOn, serviceItemCode },
      isNotListed: name === 'unlisted',
    })
  await report('cancelled', 'applicant', '要求先交建筑消防设施检测报告才收件（演示）', '2026-11-17')
  await report('lawful', 'applicant', '施工图审查合格书（演示）', '2026-11-18', 'ZJ-CON-002')
  const unlisted = await report('unlisted', 'client-2', '“项目风险评级报告”，指定一家公司出具（演示）', '2026-10-20')
  const { number } = await stage.platform.prisma.alert.findFirstOrThrow({
    where: { sourceType: 'DemandReport', sourceId: unlisted },
    select: { number: true },
  })
  await handleAlert(await stage.as('reform2', instant('2026-10-27', 16)), {
    clientMutationId: 'demo demand unlisted handled',
    number,
    note: '经核实，窗口确有此要求。已责令停止索要并书面检查，受理材料以清单和办事指南为准。（演示）',
  })
}
