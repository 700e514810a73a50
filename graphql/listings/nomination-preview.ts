import { isListedOn, membershipsOf } from '#domain/credit/list-membership.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { unmetCriteria } from '#domain/listings/red-list-findings.ts'
import type { RedListFindings } from '#domain/listings/red-list-findings.ts'
import type { Subject } from '#prisma/generated/client.ts'
import { loadCreditFacts } from '#services/credit/load-credit-facts.ts'
import { findNominee } from '#services/listings/find-nominee.ts'
import { listingRulesOn, redListFindingsOf } from '#services/listings/find-red-list-criteria.ts'
import { builder } from '../builder.ts'
import { Party } from './party.ts'
import { CriterionFindingType, shownFindings } from './red-list-nomination.ts'

type Practitioner = Awaited<ReturnType<typeof findNominee>>['practitioners'][number]

const NominablePractitioner = builder.objectRef<Practitioner>('NominablePractitioner').implement({
  fields: (t) => ({
    key: t.exposeID('id', { description: 'For nominateForRedList.' }),
    name: t.string({ resolve: ({ subject }) => subject.name }),
    identityMasked: t.string({ nullable: true, resolve: ({ subject }) => subject.identityMasked }),
    title: t.exposeString('title'),
  }),
})

interface Preview {
  readonly subject: Subject
  readonly practitioners: readonly Practitioner[]
  readonly findings: RedListFindings
  readonly isOnRedList: boolean
  readonly hasOpenNomination: boolean
}
const NominationPreview = builder.objectRef<Preview>('NominationPreview').implement({
  description: 'What the criteria find about an organisation or a practitioner, before an authority nominates it.',
  fields: (t) => ({
    party: t.prismaField({
      type: Party,
      resolve: (query, { subject }, _args, { prisma }) => prisma.subject.findUniqueOrThrow({ ...query, where: { id: subject.id } }),
    }),
    practitioners: t.field({
      type: [NominablePractitioner],
      description: "The organisation's, who can be nominated in its stead.",
      resolve: ({ practitioners }) => [...practitioners],
    }),
    findings: t.field({
      type: [CriterionFindingType],
      resolve: ({ findings }, _args, { clock }) => shownFindings(findings, 'AUTHORITY', clock.now()),
    }),
    isOnRedList: t.exposeBoolean('isOnRedList'),
    hasOpenNomination: t.exposeBoolean('hasOpenNomination'),
    isNominable: t.boolean({
      resolve: ({ findings, isOnRedList, hasOpenNomination }, _args, { clock }) =>
        !isOnRedList && !hasOpenNomination && unmetCriteria(findings, 'AUTHORITY', listingRulesOn(clock.now())).length === 0,
    }),
  }),
})

builder.queryField('nominationPreview', (t) =>
  t.field({
    type: NominationPreview,
    nullable: true,
    args: { uscc: t.arg.string(), practitionerId: t.arg.id({ required: false }) },
    authScopes: { may: 'redList.nominate' },
    resolve: async (_root, { uscc, practitionerId }, { prisma, clock }) => {
      const { nominee: subject, practitioners } = await findNominee(prisma, { uscc: normaliseUscc(uscc), practitionerId })
      if (!subject) return null
      const today = shanghaiDayOf(clock.now())
      const { entries } = await loadCreditFacts(prisma, subject.id)
      const open = await prisma.redListNomination.count({ where: { subjectId: subject.id, state: { in: ['NOMINATED', 'PUBLICITY'] } } })
      return {
        subject,
        practitioners,
        findings: await redListFindingsOf(prisma, subject.id, clock.now()),
        isOnRedList: isListedOn(membershipsOf(entries, today), 'RED_LIST', today),
        hasOpenNomination: open > 0,
      }
    },
  }),
)
