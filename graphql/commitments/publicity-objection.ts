import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { decidePublicityObjection } from '#services/commitments/decide-publicity-objection.ts'
import { objectToPublicity } from '#services/commitments/object-to-publicity.ts'
import { visiblePublicityObjections } from '#services/commitments/visible-publicity-objections.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ObjectionState } from './commitment-breach.ts'
import { ObjectionOutcome } from './objection-steps.ts'

interface Contact {
  readonly name: string
  readonly contact: string
}
const ObjectorContact = builder.objectRef<Contact>('ObjectorContact').implement({
  description: 'Whom to answer, and where. Unsealed for whoever answered, once the answer stands.',
  fields: (t) => ({ name: t.exposeString('name'), contact: t.exposeString('contact') }),
})

export const PublicityObjection = builder.prismaNode('PublicityObjection', {
  id: { field: 'id' },
  description: '容缺办理公示异议: by anyone, to a commitment in publicity.',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    state: t.field({ type: ObjectionState, resolve: (one) => one.state }),
    text: t.exposeString('text'),
    filedAt: t.expose('filedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.answerDueOn) }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    reasons: t.exposeString('reasons', { nullable: true }),
    commitment: t.relation('commitment'),
    canDecide: t.boolean({
      description: 'Whether you may answer it: a manager who did not handle the case.',
      select: { commitment: { select: { case: true } } },
      resolve: ({ commitment }, _args, { viewer }) => mayAnswer(viewer, commitment.case),
    }),
    objector: t.field({
      type: ObjectorContact,
      nullable: true,
      // Nobody decides by who objects; whoever decided sends the answer.
      resolve: ({ contactCipher, decidedById }, _args, { viewer, identityVault }) =>
        contactCipher && decidedById !== null && decidedById === viewer.userId
          ? (JSON.parse(identityVault.open(contactCipher)) as Contact)
          : null,
    }),
  }),
})

const mayAnswer = (
  viewer: Viewer,
  { agencyId, officerId, applicantId }: { readonly agencyId: string; readonly officerId: string | null; readonly applicantId: string },
) =>
  can(viewer, 'publicity.decideObjection', {
    agencyOrganisationId: agencyId,
    officerUserId: officerId,
    applicantSubjectId: applicantId,
  })

builder.queryField('publicityObjections', (t) =>
  t.prismaConnection({
    type: PublicityObjection,
    cursor: 'id',
    description: 'Objections to commitments in publicity that you may read, the earliest answer due first.',
    args: { states: t.arg({ type: [ObjectionState], required: false }) },
    authScopes: { may: 'publicity.viewObjections' },
    totalCount: (_root, { states }, { prisma, viewer }) =>
      prisma.publicityObjection.count({
        where: { AND: [visiblePublicityObjections(viewer), states ? { state: { in: [...states] } } : {}] },
      }),
    resolve: (query, _root, { states }, { prisma, viewer }) =>
      prisma.publicityObjection.findMany({
        ...query,
        where: { AND: [visiblePublicityObjections(viewer), states ? { state: { in: [...states] } } : {}] },
        orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
)

builder.queryField('publicityObjection', (t) =>
  t.prismaField({
    type: PublicityObjection,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'publicity.viewObjections' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.publicityObjection.findFirst({ ...query, where: { AND: [{ number }, visiblePublicityObjections(viewer)] } }),
  }),
)

builder.relayMutationField(
  'objectToPublicity',
  {
    inputFields: (t) => ({
      number: t.string({ description: 'Of the commitment.' }),
      objectorName: t.string(),
      contact: t.string({ description: 'Telephone or e-mail; sealed.' }),
      text: t.string(),
    }),
  },
  {
    description: 'Object to a commitment in publicity. Anyone may; who it was stays sealed.',
    authScopes: { may: 'publicity.object' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ receiptNumber: await objectToPublicity(context, input) }),
  },
  { outputFields: (t) => ({ receiptNumber: t.exposeString('receiptNumber') }) },
)

builder.relayMutationField(
  'decidePublicityObjection',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), outcome: t.field({ type: ObjectionOutcome }), reasons: t.string() }) },
  {
    description: 'Answer an objection with reasons; upheld, the verification is brought forward.',
    authScopes: { may: 'publicity.decideObjection' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decidePublicityObjection(context, input) }),
  },
  {
    outputFields: (t) => ({
      objection: t.prismaField({
        type: PublicityObjection,
        resolve: (query, { id }, _args, { prisma }) => prisma.publicityObjection.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
