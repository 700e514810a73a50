import { remedySteps } from '#domain/remedies/next-remedy-steps.ts'
import type { NextRemedyStep } from '#domain/remedies/next-remedy-steps.ts'
import { builder } from '../builder.ts'

const RemedyStep = builder.enumType('RemedyStep', { values: remedySteps })

export const NextRemedyStepType = builder.objectRef<NextRemedyStep>('NextRemedyStep').implement({
  description: 'A step a remedy waits for, and why it is not yours, or not yet.',
  fields: (t) => ({
    step: t.field({ type: RemedyStep, resolve: ({ step }) => step }),
    obstacle: t.string({ nullable: true, resolve: ({ obstacle }) => obstacle?.code ?? null }),
    facts: t.field({ type: 'JSON', resolve: ({ obstacle }) => obstacle ?? {} }),
  }),
})

/** Of which kind a list of remedies is asked for. */
export const RemedyFilter = builder.inputType('RemedyFilter', {
  fields: (t) => ({
    isOpen: t.boolean({ required: false, description: 'Left out: answered and unanswered.' }),
    text: t.string({ required: false, description: 'Number, or part of the name or USCC of the party.' }),
  }),
})

/** The where-clause of a text that a list of remedies is searched for. */
export function byRemedyText(text: string | null | undefined) {
  const wanted = (text ?? '').normalize('NFKC').trim()
  if (wanted === '') return null
  return {
    number: wanted.toUpperCase(),
    subject: { OR: [{ name: { contains: wanted, mode: 'insensitive' as const } }, { uscc: { contains: wanted.toUpperCase() } }] },
  }
}
