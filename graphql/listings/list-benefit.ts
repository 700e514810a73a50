import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import type { BenefitKind } from '#domain/listings/benefits.ts'
import { builder } from '../builder.ts'

const BenefitKindType = builder.enumType('BenefitKind', {
  values: {
    TOLERANCE_OFFERED_FIRST: { description: '优先适用容缺受理' },
    FEWER_VERIFICATIONS: { description: '减少核查频次' },
  },
} as const)

/** Something a good standing brings, with the clause that says so. */
export const ListBenefitType = builder.objectRef<{ readonly benefit: BenefitKind; readonly basis: LegalBasis }>('ListBenefit').implement({
  description: '守信便利: what the red list, or grade A, brings, with its basis.',
  fields: (t) => ({
    benefit: t.field({ type: BenefitKindType, resolve: ({ benefit }) => benefit }),
    instrument: t.string({ resolve: ({ basis }) => basis.instrument }),
    clause: t.string({ resolve: ({ basis }) => basis.clause }),
    textZh: t.string({ resolve: ({ basis }) => basis.textZh }),
    textEn: t.string({ resolve: ({ basis }) => basis.textEn }),
    evidence: t.string({ resolve: ({ basis }) => basis.evidence, description: 'S policy, F law read, E excerpt, D our own default.' }),
  }),
})
