import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { reRateDueSubjects } from '#services/credit/re-rate-due-subjects.ts'
import { refreshStanding } from '#services/credit/refresh-standing.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { enterRegister } from './register.ts'
import { createStage, demoToday, instant } from './stage.ts'
import { playStories } from './stories.ts'

/** In the table of loaded files: set when all of the demonstration is there. */
const marker = 'demo data'

/**
 * Loads the demonstration, once. Every step is a use case under a fixed clock with an id of its own, so a load that was killed goes
 * on where it stood the next time: steps already done answer with their first result.
 */
export async function seedDemo(platform: Platform, say: (line: string) => void): Promise<void> {
  if (await platform.prisma.referenceFile.findUnique({ where: { name: marker } })) return
  const stage = createStage(platform)
  await enterRegister(stage, say)
  say('demo data: engagements, violations, cases and promises')
  await playStories(stage)
  await rateAll(stage.system(instant(demoToday, 18)))
  const rows = await platform.prisma.intermediary.count()
  await platform.prisma.referenceFile.create({ data: { name: marker, sha256: '', rows, loadedAt: platform.clock.now() } })
  say('demo data: complete')
}

/** The stories are told one after the other, not day by day: whoever has a history is rated once more as of today. */
async function rateAll(context: UseCaseContext): Promise<void> {
  const storied = await context.prisma.subject.findMany({
    where: {
      OR: [
        { events: { some: {} } },
        { suspensions: { some: {} } },
        { listEntries: { some: {} } },
        { breaches: { some: {} } },
        { intermediary: { engagements: { some: {} } } },
      ],
    },
    select: { id: true },
  })
  for (const { id } of storied) await runInTransaction(context, (unit) => refreshStanding(unit, id))
  await reRateDueSubjects(context)
}
