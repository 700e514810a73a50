import { z } from 'zod'
import { neutralOrderOf, neutralPlace, neutralTicketOf } from '#domain/catalogue/neutral-order.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { parseInput } from '#services/kernel/parse-input.ts'
import { ValidationError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'
import { Intermediary } from './intermediary.ts'

/** More columns than this nobody can compare (our own default). */
const mostCompared = 4

const comparisonInput = z.object({ usccs: z.array(z.string().max(40)).max(mostCompared) })

interface Comparison {
  readonly usccs: readonly string[]
  readonly day: string
}

const IntermediaryComparison = builder.objectRef<Comparison>('IntermediaryComparison').implement({
  description: 'Intermediaries side by side, in the neutral order of the day.',
  fields: (t) => ({
    seed: t.string({ description: "Of the day's order.", resolve: ({ day }) => neutralOrderOf(day).seed }),
    intermediaries: t.prismaField({
      type: [Intermediary],
      description: 'Codes that nobody has are left out.',
      resolve: async (query, { usccs, day }, _args, { prisma }) => {
        const rows = await prisma.intermediary.findMany({ ...query, where: { subject: { uscc: { in: [...usccs] } } } })
        const order = neutralOrderOf(day)
        const place = ({ id }: { readonly id: string }) => neutralPlace(neutralTicketOf(id), order)
        return rows.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
      },
    }),
  }),
})

builder.queryField('intermediaryComparison', (t) =>
  t.field({
    type: IntermediaryComparison,
    description: 'Up to four intermediaries to compare. In whatever order they are asked for, they stand in the neutral order of the day.',
    args: { usccs: t.arg.stringList({ description: 'At most four unified social credit codes.' }) },
    authScopes: { public: true },
    errors: { types: [ValidationError] },
    resolve: (_root, args, { clock }) => {
      const { usccs } = parseInput(comparisonInput, args)
      return { usccs: usccs.map(normaliseUscc), day: shanghaiDayOf(clock.now()) }
    },
  }),
)
