import type { Tx } from '#prisma/client.ts'
import { supervisorOf } from '../../selection/supervisor-of.ts'
import { telling } from '../notice.ts'
import type { NoticeRule, Recipient } from '../notice.ts'

type Side = 'OWNER' | 'INTERMEDIARY'

/** An engagement's two parties, as recipients, with the facts every sentence has. */
async function partiesOf(tx: Tx, engagementId: string) {
  const row = await tx.engagement.findUniqueOrThrow({
    where: { id: engagementId },
    include: { intermediary: { select: { subjectId: true } }, contracts: { orderBy: { contractVersion: 'desc' }, take: 1 } },
  })
  const owner: Recipient = { subjectId: row.applicantId }
  const firm: Recipient = { subjectId: row.intermediary.subjectId }
  const facts = { number: row.number, projectName: row.projectName }
  /** The party that is not on that side; both where nobody knows the side. */
  const otherThan = (side: string | null | undefined): readonly Recipient[] =>
    side === 'OWNER' ? [firm] : side === 'INTERMEDIARY' ? [owner] : [owner, firm]
  return { row, owner, firm, facts, otherThan }
}

type Parties = Awaited<ReturnType<typeof partiesOf>>

const told = (kind: string, who: (parties: Parties) => readonly Recipient[]): NoticeRule =>
  telling([kind], async (tx, id) => {
    const parties = await partiesOf(tx, id)
    return [{ kind, recipients: who(parties), facts: parties.facts }]
  })

const both = ({ owner, firm }: Parties): readonly Recipient[] => [owner, firm]
const lastProposer = ({ row }: Parties): Side | string | undefined => row.contracts[0]?.proposedBySide

/** A dispute: told to both sides but the one that acts, and at its beginning to the office that could answer it. */
const ofDispute = (kind: string, isToOffice: boolean, actor: (raisedBySide: string) => Side | null): NoticeRule =>
  telling(isToOffice ? [kind, `${kind}ToOffice`] : [kind], async (tx, id) => {
    const dispute = await tx.engagementDispute.findUniqueOrThrow({ where: { id } })
    const { row, facts, otherThan } = await partiesOf(tx, dispute.engagementId)
    const of = { ...facts, dispute: dispute.number }
    const notice = { kind, recipients: otherThan(actor(dispute.raisedBySide)), facts: of }
    if (!isToOffice) return [notice]
    const office: Recipient = { organisationId: await supervisorOf(tx, row.divisionCode), role: 'REFORM_OFFICE' }
    return [notice, { kind: `${kind}ToOffice`, recipients: [office], facts: of }]
  })

const sideOf = (side: string): Side => (side === 'OWNER' ? 'OWNER' : 'INTERMEDIARY')
const opposite = (side: string): Side => (side === 'OWNER' ? 'INTERMEDIARY' : 'OWNER')

/** 委托: the other party is told of each step. */
export const engagementNotices: Readonly<Record<string, NoticeRule>> = {
  'engagements.chosen': told('engagements.chosen', ({ firm }) => [firm]),
  'engagements.contractProposed': told('engagements.contractProposed', (parties) => parties.otherThan(lastProposer(parties))),
  'engagements.contractInForce': told('engagements.contractInForce', both),
  'engagements.contractDeclined': told('engagements.contractDeclined', both),
  'engagements.milestonePlanned': told('engagements.milestonePlanned', both),
  'engagements.milestoneReported': told('engagements.milestoneReported', ({ owner }) => [owner]),
  'engagements.milestoneConfirmed': told('engagements.milestoneConfirmed', ({ firm }) => [firm]),
  'engagements.delivered': told('engagements.delivered', ({ owner }) => [owner]),
  'engagements.returned': told('engagements.returned', ({ firm }) => [firm]),
  'engagements.accepted': told('engagements.accepted', both),
  'engagements.terminationProposed': told('engagements.terminationProposed', ({ row, otherThan }) => otherThan(row.terminationSide)),
  'engagements.terminationDropped': told('engagements.terminationDropped', both),
  'engagements.terminated': told('engagements.terminated', both),
  'disputes.raised': ofDispute('disputes.raised', true, sideOf),
  'disputes.stated': ofDispute('disputes.stated', true, opposite),
  'disputes.ended': ofDispute('disputes.ended', false, () => null),
  'disputes.answered': ofDispute('disputes.answered', false, () => null),
}
