import { randomUUID } from 'node:crypto'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideUntrueFinding } from '#services/verification/decide-untrue-finding.ts'
import { proposeUntrue } from '#services/verification/propose-untrue.ts'
import { commitmentStep } from './accepting.ts'
import { contextOf } from './people.ts'

/** A manager of the agency at that instant, another person at each call. */
export const managerOf = (platform: Platform, agencyId: string, at: string): UseCaseContext =>
  contextOf(platform, at, { roles: ['AGENCY_MANAGER'], organisationId: agencyId })

/** The notice that a promise seems untrue, handed over, as the party has no account. */
export async function doubt(officer: UseCaseContext, commitmentId: string, facts = '亲属关系证明与档案不符'): Promise<string> {
  const step = await commitmentStep(officer, commitmentId)
  return proposeUntrue(officer, { ...step, facts, basis: '容缺办理承诺书第三项', serviceMethod: 'IN_PERSON' })
}

/** What a step on a finding names, as it stands now. */
export async function findingStep({ prisma }: Pick<UseCaseContext, 'prisma'>, id: string) {
  const { number, version } = await prisma.untrueFinding.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

/** A promise found untrue: noticed, the window silently over, decided by a manager; the id of the finding. */
export async function findUntrue(
  platform: Platform,
  agencyId: string,
  commitmentId: string,
  { noticedAt, decidedAt }: { readonly noticedAt: string; readonly decidedAt: string },
): Promise<string> {
  const officer = contextOf(platform, noticedAt, { roles: ['WINDOW_OFFICER'], organisationId: agencyId })
  const id = await doubt(officer, commitmentId)
  const step = await findingStep(platform, id)
  const decision = { outcome: 'FOUND', reasons: '经查档案，承诺与事实不符', serviceMethod: 'IN_PERSON' } as const
  return decideUntrueFinding(managerOf(platform, agencyId, decidedAt), { ...step, ...decision })
}
