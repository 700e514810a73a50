import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CommitmentLetter } from '#domain/commitments/commitment-letter.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { builder } from '../builder.ts'

/** Of a person only the family name shows in public: what is promised here touches personal relations. */
const maskName = (name: string) => (name === '' ? '' : `${[...name][0]}${'＊'.repeat(Math.max([...name].length - 1, 1))}`)

const PublishedCommitment = builder.prismaObject('Commitment', {
  variant: 'PublishedCommitment',
  description: '公示中的容缺办理承诺: who promised what to whom; a person by family name only.',
  fields: (t) => ({
    number: t.exposeString('number'),
    applicantName: t.string({
      select: { subject: { select: { kind: true, name: true } } },
      resolve: ({ subject }) => (subject.kind === 'PERSON' ? maskName(subject.name) : subject.name),
    }),
    applicantCode: t.string({
      nullable: true,
      description: 'Of a firm.',
      select: { subject: { select: { uscc: true } } },
      resolve: ({ subject }) => subject.uscc,
    }),
    isFictitious: t.boolean({ select: { subject: { select: { isFictitious: true } } }, resolve: ({ subject }) => subject.isFictitious }),
    itemNameZh: t.string({
      select: { case: { select: { approvalItem: { select: { nameZh: true } } } } },
      resolve: (one) => one.case.approvalItem.nameZh,
    }),
    itemNameEn: t.string({
      select: { case: { select: { approvalItem: { select: { nameEn: true } } } } },
      resolve: (one) => one.case.approvalItem.nameEn,
    }),
    agencyName: t.string({
      select: { case: { select: { agency: { select: { nameZh: true } } } } },
      resolve: (one) => one.case.agency.nameZh,
    }),
    signedOn: t.field({ type: 'Day', resolve: (one) => shanghaiDayOf(one.signedAt) }),
    verifiedByOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.supplementDueOn) }),
    publicUntilOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'In publicity until this day at least, and until it is verified.',
      resolve: (one) => fromDbDayOrNull(one.publicUntilOn),
    }),
    statements: t.field({
      type: 'JSON',
      description: 'The five statements as signed, { code, zh, en } each; a person by family name only.',
      select: { subject: { select: { kind: true, name: true } } },
      resolve: ({ letter, subject }) => statementsOf(letter as unknown as CommitmentLetter, subject),
    }),
    materialsZh: t.stringList({ select: { items: true }, resolve: (one) => one.items.map(({ nameZh }) => nameZh) }),
    materialsEn: t.stringList({ select: { items: true }, resolve: (one) => one.items.map(({ nameEn }) => nameEn) }),
  }),
})

/** The name stands in the text of the letter, too. */
function statementsOf({ statements }: CommitmentLetter, { kind, name }: { readonly kind: string; readonly name: string }) {
  const masked = (text: string) => (kind === 'PERSON' && name !== '' ? text.replaceAll(name, maskName(name)) : text)
  return statements.map(({ code, zh, en }) => ({ code, zh: masked(zh), en: masked(en) }))
}

builder.queryField('publishedCommitment', (t) =>
  t.prismaField({
    type: PublishedCommitment,
    nullable: true,
    description: 'One commitment in publicity.',
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { number }, { prisma }) =>
      prisma.commitment.findFirst({ ...query, where: { number, isPublished: true, state: 'PENDING' } }),
  }),
)

builder.queryField('publishedCommitments', (t) =>
  t.prismaConnection({
    type: PublishedCommitment,
    cursor: 'id',
    description: 'Commitments in publicity, latest first.',
    authScopes: { public: true },
    totalCount: (_root, _args, { prisma }) => prisma.commitment.count({ where: { isPublished: true, state: 'PENDING' } }),
    resolve: (query, _root, _args, { prisma }) =>
      prisma.commitment.findMany({
        ...query,
        where: { isPublished: true, state: 'PENDING' },
        orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)
