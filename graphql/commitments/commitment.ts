import { commitmentStates } from '#domain/commitments/commitment-state.ts'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { promisedSupplementOf, rulesOfCommitment } from '#services/commitments/promised-supplement.ts'
import { visibleCommitments } from '#services/commitments/visible-commitments.ts'
import { AcceptanceMode } from '../acceptance/mode-decision.ts'
import { builder } from '../builder.ts'
import { Party } from '../listings/party.ts'

export const CommitmentState = builder.enumType('CommitmentState', { values: commitmentStates })

builder.prismaObject('CommitmentItem', {
  description: 'One promised material.',
  fields: (t) => ({
    seq: t.exposeInt('materialSeq'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    rejectedAt: t.expose('rejectedAt', { type: 'DateTime', nullable: true }),
    dueOn: t.field({
      type: 'Day',
      nullable: true,
      description: "Its own day; null: the letter's last one.",
      resolve: (item) => fromDbDayOrNull(item.dueOn),
    }),
    secondDueOn: t.field({ type: 'Day', nullable: true, resolve: (item) => fromDbDayOrNull(item.secondDueOn) }),
    isDelivered: t.boolean({
      description: 'Received, and not rejected since.',
      resolve: ({ deliveredAt, rejectedAt }) => deliveredAt !== null && !(rejectedAt && rejectedAt >= deliveredAt),
    }),
  }),
})

export const Commitment = builder.prismaNode('Commitment', {
  id: { field: 'id' },
  description: '承诺',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    state: t.field({ type: CommitmentState, resolve: (one) => one.state }),
    mode: t.field({ type: AcceptanceMode, resolve: (one) => one.mode }),
    applicant: t.relation('subject', { type: Party }),
    case: t.relation('case'),
    promisedOn: t.field({
      type: 'Day',
      description: 'The day promised, or to verify by.',
      resolve: (one) => fromDbDay(one.supplementDueOn),
    }),
    dueOn: t.field({
      type: 'Day',
      description: 'The next due day, second days counted.',
      select: { supplementDueOn: true, mode: true, ruleSetVersion: true, items: true },
      resolve: (one, _args, { clock }) => {
        if (one.mode !== 'TOLERANT_ACCEPTANCE') return fromDbDay(one.supplementDueOn)
        const assessed = assessSupplement(promisedSupplementOf(one), rulesOfCommitment(one), clock.now())
        return assessed.state === 'FULFILLED' ? fromDbDay(one.supplementDueOn) : assessed.dueOn
      },
    }),
    letter: t.field({ type: 'JSON', description: 'CommitmentLetter as signed.', resolve: (one) => one.letter }),
    signerName: t.exposeString('signerName'),
    signedAt: t.expose('signedAt', { type: 'DateTime' }),
    isPublished: t.exposeBoolean('isPublished'),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    items: t.relation('items', { query: { orderBy: { materialSeq: 'asc' } } }),
    breaches: t.relation('breaches', { query: { orderBy: { recordedAt: 'asc' } } }),
  }),
})

builder.queryField('commitment', (t) =>
  t.prismaField({
    type: Commitment,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'commitment.view' },
    resolve: (query, _root, { number }, context) =>
      context.prisma.commitment.findFirst({ ...query, where: { AND: [{ number }, visibleCommitments(context.viewer)] } }),
  }),
)
