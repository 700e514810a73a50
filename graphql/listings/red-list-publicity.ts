import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { RedListFindings } from '#domain/listings/red-list-findings.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { objectToNomination } from '#services/listings/object-to-nomination.ts'
import { publishedNominations } from '#services/listings/visible-nominations.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Party } from './party.ts'
import { CriterionFindingType, NominationOriginType, shownFindings } from './red-list-nomination.ts'
import { RedListObjectionState } from './red-list-objection.ts'

/** A nomination as everybody sees it during publicity: the nominee, the reasons, what was found; of officials nobody by name. */
const PublishedNomination = builder.prismaObject('RedListNomination', {
  variant: 'PublishedNomination',
  description: '红名单公示',
  fields: (t) => ({
    number: t.exposeString('number'),
    party: t.relation('subject', { type: Party }),
    origin: t.field({ type: NominationOriginType, resolve: ({ origin }) => origin }),
    authority: t.string({
      nullable: true,
      select: { organisation: { select: { nameZh: true } } },
      resolve: ({ organisation }) => organisation?.nameZh ?? null,
    }),
    reasons: t.exposeString('reasons'),
    basis: t.exposeString('basis'),
    findings: t.field({
      type: [CriterionFindingType],
      description: 'As found when the publicity was ordered.',
      resolve: ({ findings, origin }, _args, { clock }) => shownFindings(findings as unknown as RedListFindings, origin, clock.now()),
    }),
    publicFromOn: t.field({ type: 'Day', resolve: ({ publicFromOn, nominatedAt }) => fromDbDay(publicFromOn ?? nominatedAt) }),
    publicUntilOn: t.field({ type: 'Day', resolve: ({ publicUntilOn, nominatedAt }) => fromDbDay(publicUntilOn ?? nominatedAt) }),
    isOpenForObjections: t.boolean({
      resolve: ({ publicUntilOn }, _args, { clock }) => publicUntilOn !== null && fromDbDay(publicUntilOn) >= shanghaiDayOf(clock.now()),
    }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
  }),
})

builder.queryField('nominationsInPublicity', (t) =>
  t.prismaField({
    type: [PublishedNomination],
    description: 'Red list nominations in publicity or waiting for their decision, the one that ends first on top; at most 200.',
    authScopes: { public: true },
    resolve: (query, _root, _args, { prisma, clock }) =>
      prisma.redListNomination.findMany({
        ...query,
        where: publishedNominations(shanghaiDayOf(clock.now())),
        orderBy: [{ publicUntilOn: 'asc' }, { number: 'asc' }],
        take: 200,
      }),
  }),
)

builder.queryField('nominationInPublicity', (t) =>
  t.prismaField({
    type: PublishedNomination,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { number }, { prisma, clock }) =>
      prisma.redListNomination.findFirst({ ...query, where: { number, ...publishedNominations(shanghaiDayOf(clock.now())) } }),
  }),
)

interface Receipt {
  readonly number: string
  readonly nominee: string
  readonly answerDueOn: Date
  readonly state: 'FILED' | 'UPHELD' | 'REJECTED'
  readonly reasons: string | null
}
const ReceiptType = builder.objectRef<Receipt>('RedListObjectionReceipt').implement({
  description: 'What became of an objection. Nothing of who filed it, nor of what it says.',
  fields: (t) => ({
    number: t.exposeString('number'),
    nominee: t.exposeString('nominee'),
    answerDueOn: t.field({ type: 'Day', resolve: ({ answerDueOn }) => fromDbDay(answerDueOn) }),
    state: t.field({ type: RedListObjectionState, resolve: ({ state }) => state }),
    reasons: t.exposeString('reasons', { nullable: true }),
  }),
})

builder.queryField('redListObjectionReceipt', (t) =>
  t.field({
    type: ReceiptType,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: async (_root, { number }, { prisma }) => {
      const found = await prisma.redListObjection.findUnique({
        where: { number: number.trim().toUpperCase() },
        include: { nomination: { include: { subject: { select: { name: true } } } } },
      })
      return found && { ...found, nominee: found.nomination.subject.name }
    },
  }),
)

builder.relayMutationField(
  'objectToNomination',
  {
    inputFields: (t) => ({
      number: t.string({ description: "The nomination's number." }),
      objectorName: t.string({ required: false }),
      contact: t.string({ required: false, description: 'Sealed; only the office that answers reads it.' }),
      text: t.string(),
    }),
  },
  {
    description: 'Object to a red list nomination during its publicity; anybody may, with or without a name.',
    authScopes: { may: 'redList.object' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      const { objectorName, contact, ...said } = input
      return { receiptNumber: await objectToNomination(context, { ...said, objectorName: objectorName ?? '', contact: contact ?? '' }) }
    },
  },
  { outputFields: (t) => ({ receiptNumber: t.exposeString('receiptNumber') }) },
)
