import { anonymous, systemViewer } from '#domain/access/viewer.ts'
import { startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { viewerOfUser } from '#services/access/viewer-of-session.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { demoEmailOf } from './accounts.ts'
import type { DemoAccountKey } from './accounts.ts'

/** The day on which the demonstration stands: its newest acts are of this day. */
export const demoToday: CalendarDay = '2026-11-20'

/** An instant of the demonstration, by Shanghai's clock. */
export const instant = (day: CalendarDay, hour = 9, minute = 0): Date =>
  new Date(startOfShanghaiDay(day).getTime() + (hour * 60 + minute) * 60_000)

/** Who acts, and when: everything in the demonstration happens through use cases under a clock that stands still. */
export interface Stage {
  readonly platform: Platform
  /** The program itself, loading a register. */
  system(at: Date): UseCaseContext
  /** Whoever uses the public pages. */
  anyone(at: Date): UseCaseContext
  /** A demonstration account that exists by now. */
  as(account: DemoAccountKey, at: Date): Promise<UseCaseContext>
}

export function createStage(platform: Platform): Stage {
  const viewers = new Map<string, UseCaseContext['viewer']>()
  const context = (viewer: UseCaseContext['viewer'], at: Date): UseCaseContext => ({
    ...platform,
    clock: fixedClock(at),
    viewer,
    requestId: 'demo data',
  })
  return {
    platform,
    system: (at) => context(systemViewer, at),
    anyone: (at) => context(anonymous, at),
    async as(account, at) {
      let viewer = viewers.get(account)
      if (!viewer) {
        const { id } = await platform.prisma.user.findUniqueOrThrow({ where: { email: demoEmailOf(account) }, select: { id: true } })
        viewer = await viewerOfUser(platform.prisma, id)
        viewers.set(account, viewer)
      }
      return context(viewer, at)
    },
  }
}
