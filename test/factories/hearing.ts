import { requestHearing } from '#services/listings/request-hearing.ts'
import { scheduleHearing } from '#services/listings/schedule-hearing.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from './people.ts'
import { createCase, peopleOf, stepOf } from './violation-case.ts'
import type { CasePeople } from './violation-case.ts'

/** The people of a case that is heard: the presider is one more. */
export interface HearingPeople extends CasePeople {
  readonly presider: UseCaseContext
}

/** A noticed case whose party asked for a hearing; `on` is when it is called for, left out: not yet. */
export async function createHearing(
  platform: Platform,
  firm: { readonly subjectId: string; readonly uscc: string },
  at: string,
  on?: Date,
): Promise<{ readonly id: string; readonly people: HearingPeople }> {
  const presider = contextOf(platform, at, { roles: ['DECIDER'], name: '主持人' })
  const people = { ...peopleOf(platform, firm.subjectId, at), presider }
  await platform.prisma.user.create({
    data: { id: presider.viewer.userId ?? '', name: '主持人', email: `${presider.viewer.userId}@example.test` },
  })
  const id = await createCase(people, firm.uscc, 'NOTICED')
  await requestHearing(people.party, { ...(await stepOf(people.party, id)), reasons: '对抽样程序有异议，请求当面陈述。' })
  if (on)
    await scheduleHearing(presider, { ...(await stepOf(presider, id)), scheduledFor: on, place: '市政务服务中心301室', isPublic: true })
  return { id, people }
}
