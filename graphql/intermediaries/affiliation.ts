import { affiliationKinds } from '#domain/intermediaries/affiliation.ts'
import type { AgencyTie as Tie } from '#domain/intermediaries/avoidance.ts'
import { tieRecordSchema } from '#domain/intermediaries/recorded-tie.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { builder } from '../builder.ts'

export const AffiliationKind = builder.enumType('AffiliationKind', { values: affiliationKinds })

export const Affiliation = builder.prismaObject('Affiliation', {
  description: '关联关系: to whom an intermediary belongs, as declared or as found by the reform office.',
  fields: (t) => ({
    key: t.exposeID('id'),
    kind: t.field({ type: AffiliationKind, resolve: ({ kind }) => kind }),
    partyName: t.exposeString('partyName'),
    partyUscc: t.exposeString('partyUscc', { nullable: true }),
    agencyName: t.string({
      nullable: true,
      description: 'The agency the tie leads to, where it does.',
      select: { agency: { select: { nameZh: true } } },
      resolve: ({ agency }) => agency?.nameZh ?? null,
    }),
    sharePercent: t.exposeFloat('sharePercent', { nullable: true }),
    note: t.exposeString('note'),
    fromOn: t.field({ type: 'Day', resolve: ({ fromOn }) => fromDbDay(fromOn) }),
    untilOn: t.field({ type: 'Day', nullable: true, resolve: ({ untilOn }) => fromDbDayOrNull(untilOn) }),
    recordReasons: t.string({
      nullable: true,
      description: 'Why the office recorded it.',
      resolve: ({ record }) => recordOf(record)?.reasons ?? null,
    }),
    recordEvidence: t.string({
      nullable: true,
      description: 'What that rests on.',
      resolve: ({ record }) => recordOf(record)?.evidence ?? null,
    }),
    isDeclared: t.exposeBoolean('isDeclared', { description: 'By the institution; otherwise found and recorded by the reform office.' }),
  }),
})

const recordOf = (record: unknown) => tieRecordSchema.safeParse(record).data

export const AgencyTie = builder.objectRef<Tie>('AgencyTie').implement({
  description: 'An agency whose items the institution may not serve (优化营商环境条例 art. 43), and the parties the tie goes through.',
  fields: (t) => ({
    agencyName: t.string({ resolve: ({ agency }) => agency.name }),
    agencyKind: t.string({ resolve: ({ agency }) => agency.kind }),
    kind: t.field({ type: AffiliationKind, resolve: ({ kind }) => kind }),
    through: t.stringList({ resolve: ({ through }) => [...through] }),
  }),
})
