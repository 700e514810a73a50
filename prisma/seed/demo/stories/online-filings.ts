import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { acceptCase } from '#services/acceptance/accept-case.ts'
import { deemAccepted } from '#services/acceptance/deem-accepted.ts'
import { fileDraft } from '#services/acceptance/file-draft.ts'
import { handInMaterial } from '#services/acceptance/hand-in-material.ts'
import { pauseCase } from '#services/acceptance/pause-case.ts'
import { startDraft } from '#services/acceptance/start-draft.ts'
import { takeUpCase } from '#services/acceptance/take-up-case.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { inventedPaper } from './invented-paper.ts'

// Road freight, as at the counter: six materials.
const freight = 'AP-TRA-003'

/** Applications online: a draft on the way, one waiting for an officer, one accepted by the days alone, one whose time limit stands still. */
export async function playOnlineFilings(stage: Stage): Promise<void> {
  await begin(stage, { name: 'draft', by: 'applicant', on: '2026-11-19', materials: [1] })

  const waiting = await begin(stage, { name: 'waiting', by: 'person', on: '2026-11-19', materials: [1, 3, 4, 5, 6] })
  await waiting.file('2026-11-19')

  const deemed = await begin(stage, { name: 'deemed', by: 'applicant', on: '2026-11-09', materials: [1, 3] })
  await deemed.file('2026-11-09')
  await deemAccepted(stage.system(instant('2026-11-17', 1)))

  const paused = await begin(stage, { name: 'paused', by: 'applicant', on: '2026-11-05', materials: [1, 2, 3, 4, 5, 6] })
  await paused.file('2026-11-05')
  await takeUpCase(await stage.as('officer', instant('2026-11-06', 9)), await paused.step('take up'))
  await acceptCase(await stage.as('officer', instant('2026-11-06', 10)), { ...(await paused.step('accept')), mode: 'NORMAL' })
  await pauseCase(await stage.as('officer', instant('2026-11-16', 9)), {
    ...(await paused.step('pause')),
    cause: 'EXPERT_REVIEW',
    untilOn: '2026-11-27',
    reasons: '车辆技术条件需组织专家评审（演示）',
  })
}

interface Application {
  readonly name: string
  readonly by: DemoAccountKey
  readonly on: CalendarDay
  /** Sequence numbers of the materials that come as files. */
  readonly materials: readonly number[]
}

async function begin(stage: Stage, { name, by, on, materials }: Application) {
  const { prisma } = stage.platform
  const officer = await stage.as('officer', instant(on, 8))
  const id = await startDraft(await stage.as(by, instant(on, 8)), {
    clientMutationId: `demo online ${name} draft`,
    approvalItemCode: freight,
    organisationId: officer.viewer.organisationId ?? '',
    projectName: '道路货物运输经营许可（演示）',
  })
  const step = async (what: string) => {
    const { number, version } = await prisma.approvalCase.findUniqueOrThrow({ where: { id }, select: { number: true, version: true } })
    return { clientMutationId: `demo online ${name} ${what}`, number, version }
  }
  for (const seq of materials) {
    const files = [{ fileName: `材料${seq}.pdf`, content: inventedPaper(`Demo material ${seq}`) }]
    await handInMaterial(await stage.as(by, instant(on, 9)), { ...(await step(`material ${seq}`)), seq, files })
  }
  return {
    step,
    async file(day: CalendarDay) {
      await fileDraft(await stage.as(by, instant(day, 10)), await step('file'))
    },
  }
}
