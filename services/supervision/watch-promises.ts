import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { alertRules } from '#domain/supervision/alert.ts'
import { promiseActors, unusualSignsOf } from '#domain/supervision/unusual-promises.ts'
import type { PromiseActor, UnusualSign } from '#domain/supervision/unusual-promises.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { loadPromiseUse } from './load-promise-use.ts'
import type { ActorUse } from './load-promise-use.ts'
import { raiseAlert } from './raise-alert.ts'

const sourceTypes = { OFFICER: 'User', APPLICANT: 'Subject', INTERMEDIARY: 'Intermediary' } as const satisfies Record<PromiseActor, string>
/** More actors with promises than any city has. */
const MOST = 1_000_000

/**
 * Warns of unusual use of tolerance (rulebook R7), once a sign, an actor and a half-year: what goes on is told again when the next one
 * begins. It decides nothing. Returns how many alerts were raised now.
 */
export async function watchPromises(context: UseCaseContext): Promise<{ raised: number }> {
  demand(context, 'promise.watch')
  const now = context.clock.now()
  const today = shanghaiDayOf(now)
  const halfYear = `${today.slice(0, 4)}H${today.slice(5, 7) <= '06' ? 1 : 2}`
  let raised = 0
  for (const actor of promiseActors) {
    for (const use of await loadPromiseUse(context.prisma, actor, now, MOST)) {
      for (const sign of unusualSignsOf(use)) raised += await tellOnce(context, use, sign, halfYear)
    }
  }
  return { raised }
}

async function tellOnce(context: UseCaseContext, use: ActorUse, sign: UnusualSign, halfYear: string): Promise<number> {
  const { actor, actorId, organisationId, subjectId, cases, promises, broken } = use
  const sourceType = sourceTypes[actor]
  // An officer can have worked for two agencies; each is a matter of its own.
  const sourceId = [actorId, ...(actor === 'OFFICER' ? [organisationId] : []), sign, halfYear].join(':')
  const kind = 'UNUSUAL_PROMISES'
  const known = { kind_sourceType_sourceId: { kind, sourceType, sourceId } }
  if (await context.prisma.alert.findUnique({ where: known, select: { id: true } })) return 0
  const facts = { actor, sign, name: use.name, cases, promises, broken, period: halfYear }
  const about = { organisationId, subjectId }
  await runInTransaction(context, (unit) =>
    raiseAlert(unit, { kind, level: alertRules[kind].level, sourceType, sourceId, ...about, facts }),
  )
  return 1
}
