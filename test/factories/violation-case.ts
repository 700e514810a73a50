import { randomUUID } from 'node:crypto'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fileDefence } from '#services/listings/file-defence.ts'
import { reportViolation } from '#services/listings/report-violation.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from './people.ts'

const caseStates = ['REPORTED', 'INVESTIGATING', 'NOTICED', 'DEFENCE_FILED'] as const

/** The people of one case, each another person, each with a clock of its own. */
export interface CasePeople {
  readonly reporter: UseCaseContext
  readonly investigator: UseCaseContext
  readonly decider: UseCaseContext
  readonly party: UseCaseContext
}

/** The people of a case against this party, all at one instant. */
export function peopleOf(platform: Platform, partySubjectId: string, at: string): CasePeople {
  return {
    reporter: contextOf(platform, at, { roles: ['WINDOW_OFFICER'], name: '报告人' }),
    investigator: contextOf(platform, at, { roles: ['INVESTIGATOR'], name: '调查人' }),
    decider: contextOf(platform, at, { roles: ['DECIDER'], name: '决定人' }),
    party: contextOf(platform, at, { roles: ['INTERMEDIARY'], subjectId: partySubjectId, name: '当事人' }),
  }
}

/** The same person later. */
export const later = (context: UseCaseContext, at: string): UseCaseContext => ({ ...context, clock: fixedClock(new Date(at)) })

/** A small PDF, by its first bytes. */
export const pdf = (text = 'facts') => new TextEncoder().encode(`%PDF-1.7\n${text}`)

/** The case as its next step must name it. */
export async function stepOf({ prisma }: UseCaseContext, id: string) {
  const { number, version } = await prisma.violationCase.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

export const noticeTexts = {
  facts: '2026年3月的检测报告数据系编造。',
  basis: '《安全生产法》第九十二条',
  intendedMeasure: '拟列入黑名单，公示一年至三年',
  rightToDefend: '收到本告知书之日起10个工作日内可以陈述申辩。',
}
export const decisionTexts = { basis: '郑交法〔2017〕131号 二(二)9', reasons: '事实清楚，证据确凿，申辩理由不成立。' }

/** A case of a serious violation by an institution, brought as far as `upTo`. Answers with its id. */
export async function createCase(
  people: CasePeople,
  uscc: string,
  upTo: (typeof caseStates)[number],
  more: { readonly practitionerId?: string; readonly violationCode?: string } = {},
): Promise<string> {
  const { reporter, investigator, party } = people
  const id = await reportViolation(reporter, {
    clientMutationId: randomUUID(),
    uscc,
    violationCode: 'V-RPT-01',
    occurredOn: shanghaiDayOf(reporter.clock.now()),
    facts: '检测报告数据与原始记录不符。',
    evidence: [{ fileName: '原始记录.pdf', content: pdf() }],
    ...more,
  })
  const steps = caseStates.indexOf(upTo)
  await haveAccount(party)
  if (steps >= 1) await startInvestigation(investigator, await stepOf(investigator, id))
  if (steps >= 2) await serveAdvanceNotice(investigator, { ...(await stepOf(investigator, id)), ...noticeTexts })
  if (steps >= 3) await fileDefence(party, { ...(await stepOf(party, id)), statement: '数据无误，系转录差错。', isWaiver: false })
  return id
}

/** Documents are served into the account of whoever acts for the party: it has one. */
async function haveAccount({ prisma, viewer }: UseCaseContext): Promise<void> {
  const { userId, subjectId, name } = viewer
  if (userId === null || subjectId === null) return
  await prisma.user.createMany({
    data: [{ id: userId, name: name ?? '', email: `${userId}@example.test`, subjectId }],
    skipDuplicates: true,
  })
}
