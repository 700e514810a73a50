import type { Tx } from '#prisma/client.ts'
import { telling } from '../notice.ts'
import type { Notice, NoticeRule } from '../notice.ts'
import { invitedFirms, selectionParties } from './selection-parties.ts'

type Parties = Awaited<ReturnType<typeof selectionParties>>

/** A rule about a selection: one sentence, for those of its parties. */
const toParties = (kind: string, who: (parties: Parties) => Notice['recipients']): NoticeRule =>
  telling([kind], async (tx, id) => {
    const parties = await selectionParties(tx, id)
    return [{ kind, recipients: who(parties), facts: parties.facts }]
  })

const toAll = (kind: string) => toParties(kind, ({ owner, bidders }) => [owner, ...bidders])

/** A rule about one sign-up, for its firm. */
const toBidder = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { selectionId, intermediary } = await tx.signUp.findUniqueOrThrow({
      where: { id },
      include: { intermediary: { select: { subjectId: true } } },
    })
    const { facts } = await selectionParties(tx, selectionId)
    return [{ kind, recipients: [{ subjectId: intermediary.subjectId }], facts }]
  })

const objectionOf = (tx: Tx, id: string) => tx.selectionObjection.findUniqueOrThrow({ where: { id } })

/** 选取: every step is told to whom it concerns; before closing nobody is told who takes part. */
export const selectionNotices: Readonly<Record<string, NoticeRule>> = {
  'selections.announced': telling(['selections.announced', 'selections.toSupervise'], async (tx, id) => {
    const { facts, supervisor } = await selectionParties(tx, id)
    return [
      { kind: 'selections.announced', recipients: await invitedFirms(tx, id), facts },
      { kind: 'selections.toSupervise', recipients: [supervisor], facts },
    ]
  }),
  'selections.cancelled': toParties('selections.cancelled', ({ bidders, supervisor }) => [...bidders, supervisor]),
  'selections.questionAsked': telling(['selections.questionAsked'], async (tx, id) => {
    const { selectionId } = await tx.clarification.findUniqueOrThrow({ where: { id } })
    const { owner, facts } = await selectionParties(tx, selectionId)
    return [{ kind: 'selections.questionAsked', recipients: [owner], facts }]
  }),
  'selections.questionAnswered': telling(['selections.questionAnswered'], async (tx, id) => {
    const { selectionId, askedBySubjectId } = await tx.clarification.findUniqueOrThrow({ where: { id } })
    const { bidders, facts } = await selectionParties(tx, selectionId)
    return [{ kind: 'selections.questionAnswered', recipients: [{ subjectId: askedBySubjectId }, ...bidders], facts }]
  }),
  'selections.quoteReceived': telling(['selections.quoteReceived'], async (tx, id) => {
    const { sha256, signUp } = await tx.sealedQuote.findUniqueOrThrow({
      where: { id },
      include: { signUp: { include: { intermediary: { select: { subjectId: true } } } } },
    })
    const { facts } = await selectionParties(tx, signUp.selectionId)
    const recipients = [{ subjectId: signUp.intermediary.subjectId }]
    return [{ kind: 'selections.quoteReceived', recipients, facts: { ...facts, sha256 } }]
  }),
  'selections.closed': telling(['selections.closed', 'selections.keyDue'], async (tx, id) => {
    const { owner, bidders, supervisor, hasQuotes, facts } = await selectionParties(tx, id)
    return [
      { kind: 'selections.closed', recipients: [owner, ...bidders], facts },
      ...(hasQuotes ? [{ kind: 'selections.keyDue' as const, recipients: [supervisor], facts }] : []),
    ]
  }),
  'selections.opened': toAll('selections.opened'),
  'selections.explanationAsked': toBidder('selections.explanationAsked'),
  'selections.numbersAwaited': toParties('selections.numbersAwaited', ({ supervisor }) => [supervisor]),
  'selections.contributionsAwaited': toParties('selections.contributionsAwaited', ({ contributors }) => contributors),
  'selections.drawn': toAll('selections.drawn'),
  'selections.bidderExcluded': toBidder('selections.bidderExcluded'),
  'selections.steppedBack': toParties('selections.steppedBack', ({ owner, supervisor }) => [owner, supervisor]),
  'selections.resultPublished': telling(
    ['selections.proposedWinner', 'selections.notProposed', 'selections.resultPublished'],
    async (tx, id) => {
      const { owner, winner, others, facts } = await selectionParties(tx, id)
      return [
        { kind: 'selections.resultPublished', recipients: [owner], facts },
        { kind: 'selections.proposedWinner', recipients: winner, facts },
        { kind: 'selections.notProposed', recipients: others, facts },
      ]
    },
  ),
  'selections.objected': telling(['selections.objectionToAnswer', 'selections.objected'], async (tx, id) => {
    const { selectionId } = await objectionOf(tx, id)
    const { owner, bidders, supervisor, facts } = await selectionParties(tx, selectionId)
    return [
      { kind: 'selections.objectionToAnswer', recipients: [supervisor], facts },
      { kind: 'selections.objected', recipients: [owner, ...bidders], facts },
    ]
  }),
  'selections.objectionAnswered': telling(['selections.objectionAnswered'], async (tx, id) => {
    const { selectionId, subjectId } = await objectionOf(tx, id)
    const { owner, facts } = await selectionParties(tx, selectionId)
    return [{ kind: 'selections.objectionAnswered', recipients: [{ subjectId }, owner], facts }]
  }),
  'selections.publicityResumed': toAll('selections.publicityResumed'),
  'selections.awarded': telling(['selections.awarded', 'selections.won', 'selections.lost'], async (tx, id) => {
    const { owner, winner, others, facts } = await selectionParties(tx, id)
    return [
      { kind: 'selections.awarded', recipients: [owner], facts },
      { kind: 'selections.won', recipients: winner, facts },
      { kind: 'selections.lost', recipients: others, facts },
    ]
  }),
  'selections.failed': toAll('selections.failed'),
  'sealing.stockLow': telling(['sealing.stockLow'], (_tx, organisationId) =>
    Promise.resolve([{ kind: 'sealing.stockLow', recipients: [{ organisationId, role: 'REFORM_OFFICE' }], facts: {} }]),
  ),
}
