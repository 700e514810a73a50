import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { agreeContract } from '#services/engagements/agree-contract.ts'
import { proposeContract } from '#services/engagements/propose-contract.ts'
import { uploadFile } from '#services/files/upload-file.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { inventedPaper } from './invented-paper.ts'

/** The version of an engagement as it stands. */
export const engagementVersion = async ({ platform }: Stage, number: string): Promise<number> =>
  (await platform.prisma.engagement.findUniqueOrThrow({ where: { number }, select: { version: true } })).version

/** Who concludes what, and on which day. */
export interface DemoContract {
  readonly number: string
  readonly client: DemoAccountKey
  readonly provider: DemoAccountKey
  readonly on: CalendarDay
  /** With the signed paper. */
  readonly hasFile?: boolean
}

/** A contract on the terms of the choice: proposed by the intermediary in the morning, agreed by the client an hour later. */
export async function concludeDemoContract(stage: Stage, contract: DemoContract): Promise<void> {
  const { number, client, on } = contract
  await proposeDemoContract(stage, contract)
  await agreeContract(await stage.as(client, instant(on, 12)), {
    clientMutationId: `demo agreement ${number}`,
    number,
    version: await engagementVersion(stage, number),
  })
}

/** The proposal alone, as it waits for the client. */
export async function proposeDemoContract(stage: Stage, { number, provider, on, hasFile = false }: DemoContract): Promise<void> {
  const context = await stage.as(provider, instant(on, 11))
  const { feeFen, promisedWorkingDays, version } = await stage.platform.prisma.engagement.findUniqueOrThrow({ where: { number } })
  const file = hasFile
    ? await uploadFile(context, {
        clientMutationId: `demo contract file ${number}`,
        engagementNumber: number,
        fileName: `中介服务合同 ${number}.pdf`,
        content: inventedPaper(`Contract ${number} (demonstration)`),
      })
    : null
  await proposeContract(context, {
    clientMutationId: `demo contract ${number}`,
    ...{ number, version, feeFen, promisedWorkingDays, fileId: file?.id ?? null },
    scope: '按清单要求完成该事项的全部工作，提交成果一式三份及电子文件（演示）',
    liability: '逾期交付的，每逾期一日按合同价款的千分之一支付违约金；成果不符合要求的，免费修改（演示）',
  })
}
