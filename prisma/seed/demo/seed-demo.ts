import type { Platform } from '#services/kernel/use-case-context.ts'
import { reRateDueSubjects } from '#services/credit/re-rate-due-subjects.ts'
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
  await reRateDueSubjects(stage.system(instant(demoToday, 18)))
  const rows = await platform.prisma.intermediary.count()
  await platform.prisma.referenceFile.create({ data: { name: marker, sha256: '', rows, loadedAt: platform.clock.now() } })
  say('demo data: complete')
}
