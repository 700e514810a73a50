import type { EntryDraft } from '#domain/intermediaries/entry-draft.ts'
import { feeScheduleOfText } from '#domain/intermediaries/entry-fee.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { EntryApplication } from '#prisma/generated/client.ts'
import { draftOf } from '#services/intermediaries/lock-entry.ts'
import { objectToEntry } from '#services/intermediaries/object-to-entry.ts'
import { publishedEntries } from '#services/intermediaries/visible-entries.ts'
import { builder } from '../builder.ts'
import { Division } from '../catalogue/division.ts'
import { ServiceItem } from '../catalogue/service-item.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { EntryObjectionState } from './entry-objection.ts'

type Item<Name extends 'qualifications' | 'practitioners' | 'offerings'> = NonNullable<EntryDraft[Name]>[number]

/** 王芳 → 王*: during publicity nobody is in the register yet. */
const maskName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name.trim())
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 3)))
}

const Qualification = builder.objectRef<Item<'qualifications'>>('PublishedQualification').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    grade: t.exposeString('grade'),
    certificateNo: t.exposeString('certificateNo'),
    issuer: t.exposeString('issuer'),
    validUntilOn: t.exposeString('validUntilOn', { description: 'Empty: without an end.' }),
  }),
})

const Practitioner = builder.objectRef<Item<'practitioners'>>('PublishedPractitioner').implement({
  fields: (t) => ({ maskedName: t.string({ resolve: ({ name }) => maskName(name) }), title: t.exposeString('title') }),
})

const Tie = builder.objectRef<NonNullable<EntryDraft['affiliations']>['ties'][number]>('PublishedTie').implement({
  fields: (t) => ({ kind: t.exposeString('kind'), partyName: t.exposeString('partyName') }),
})

const Offering = builder.objectRef<Item<'offerings'>>('PublishedOffering').implement({
  fields: (t) => ({
    serviceItem: t.prismaField({
      type: ServiceItem,
      nullable: true,
      resolve: (query, { serviceItemCode }, _args, { prisma }) =>
        prisma.serviceItem.findUnique({ ...query, where: { code: serviceItemCode } }),
    }),
    divisions: t.prismaField({
      type: [Division],
      resolve: (query, { divisionCodes }, _args, { prisma }) =>
        prisma.division.findMany({ ...query, where: { code: { in: divisionCodes } }, orderBy: { code: 'asc' } }),
    }),
    feeSchedule: t.field({
      type: 'JSON',
      nullable: true,
      resolve: ({ fee }) => {
        const schedule = feeScheduleOfText(fee)
        return schedule.ok ? schedule.value : null
      },
    }),
    feeNote: t.exposeString('feeNote'),
    promisedWorkingDays: t.int({ resolve: ({ promisedWorkingDays }) => Number(promisedWorkingDays.normalize('NFKC')) || 0 }),
  }),
})

/** An application as everybody sees it during publicity: no telephone, persons masked. */
const PublishedEntry = builder.objectRef<EntryApplication>('PublishedEntry').implement({
  description: '入驻公示',
  fields: (t) => ({
    number: t.exposeString('number'),
    name: t.exposeString('name'),
    uscc: t.string({ resolve: ({ uscc }) => uscc ?? '' }),
    isUsccOverridden: t.boolean({
      description: 'A code with a wrong check character that an officer has reviewed.',
      resolve: ({ usccOverrideById }) => usccOverrideById !== null,
    }),
    publicityFromOn: t.field({ type: 'Day', resolve: (row) => fromDbDay(row.publicityFromOn ?? row.createdAt) }),
    publicityUntilOn: t.field({ type: 'Day', resolve: (row) => fromDbDay(row.publicityUntilOn ?? row.createdAt) }),
    isOpenForObjections: t.boolean({
      resolve: (row, _args, { clock }) => row.publicityUntilOn !== null && fromDbDay(row.publicityUntilOn) >= shanghaiDayOf(clock.now()),
    }),
    legalForm: t.string({ resolve: (row) => draftOf(row).identity?.legalForm ?? '' }),
    address: t.string({ resolve: (row) => draftOf(row).identity?.address ?? '' }),
    maskedLegalRepresentative: t.string({ resolve: (row) => maskName(draftOf(row).legalRepresentative?.name ?? '') }),
    division: t.prismaField({
      type: Division,
      nullable: true,
      resolve: (query, row, _args, { prisma }) =>
        prisma.division.findUnique({ ...query, where: { code: draftOf(row).identity?.divisionCode ?? '' } }),
    }),
    qualifications: t.field({ type: [Qualification], resolve: (row) => draftOf(row).qualifications ?? [] }),
    practitioners: t.field({ type: [Practitioner], resolve: (row) => draftOf(row).practitioners ?? [] }),
    affiliations: t.field({ type: [Tie], resolve: (row) => draftOf(row).affiliations?.ties ?? [] }),
    offerings: t.field({ type: [Offering], resolve: (row) => draftOf(row).offerings ?? [] }),
  }),
})

builder.queryField('entriesInPublicity', (t) =>
  t.field({
    type: [PublishedEntry],
    description: 'Applications in publicity, the one that ends first on top; at most 200.',
    authScopes: { public: true },
    resolve: (_root, _args, { prisma, clock }) =>
      prisma.entryApplication.findMany({
        where: publishedEntries(shanghaiDayOf(clock.now())),
        orderBy: [{ publicityUntilOn: 'asc' }, { number: 'asc' }],
        take: 200,
      }),
  }),
)

builder.queryField('entryInPublicity', (t) =>
  t.field({
    type: PublishedEntry,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: (_root, { number }, { prisma, clock }) =>
      prisma.entryApplication.findFirst({ where: { number, ...publishedEntries(shanghaiDayOf(clock.now())) } }),
  }),
)

interface Receipt {
  readonly number: string
  readonly institution: string
  readonly answerDueOn: Date
  readonly state: 'OPEN' | 'UPHELD' | 'DISMISSED'
  readonly answer: string | null
}
const ReceiptType = builder.objectRef<Receipt>('EntryObjectionReceipt').implement({
  description: 'What became of an objection. Nothing of who filed it, nor of what it says.',
  fields: (t) => ({
    number: t.exposeString('number'),
    institution: t.exposeString('institution'),
    answerDueOn: t.field({ type: 'Day', resolve: ({ answerDueOn }) => fromDbDay(answerDueOn) }),
    state: t.field({ type: EntryObjectionState, resolve: ({ state }) => state }),
    answer: t.exposeString('answer', { nullable: true }),
  }),
})

builder.queryField('entryObjectionReceipt', (t) =>
  t.field({
    type: ReceiptType,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: async (_root, { number }, { prisma }) => {
      const found = await prisma.entryObjection.findUnique({
        where: { number: number.trim().toUpperCase() },
        include: { application: true },
      })
      return found && { ...found, institution: found.application.name }
    },
  }),
)

builder.relayMutationField(
  'objectToEntry',
  {
    inputFields: (t) => ({
      number: t.string({ description: "The application's number." }),
      objectorName: t.string(),
      contact: t.string({ description: 'Sealed; only the office that answers reads it.' }),
      text: t.string(),
    }),
  },
  {
    description: 'Object to an entry during its publicity; anybody may.',
    authScopes: { may: 'entry.object' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ receiptNumber: await objectToEntry(context, input) }),
  },
  { outputFields: (t) => ({ receiptNumber: t.exposeString('receiptNumber') }) },
)
