import { z } from 'zod'
import type { Criterion } from '#domain/selection/criteria.ts'
import { fundSources } from '#domain/selection/selection.ts'
import type { SelectionMode } from '#domain/selection/selection.ts'
import { announcedModes } from '#domain/selection/suggest-mode.ts'
import { readSize } from '#app/features/catalogue/read-size.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { readYuan } from './read-yuan.ts'

const weight = z.coerce.number().int().min(1).max(98)

/** An announcement as its form sends it. */
export const draftSchema = z.object({
  mode: z.enum(announcedModes as [SelectionMode, ...SelectionMode[]]),
  fundSource: z.enum(fundSources),
  serviceItemCode: z.string().min(1).max(40),
  divisionCode: z.string().min(1).max(12),
  projectName: z.string().trim().min(2).max(200),
  requirements: z.string().trim().min(10).max(10_000),
  size: z.string().max(40).optional(),
  ceilingFen: z.string().max(40).optional(),
  maxWorkingDays: z.coerce.number().int().min(1).max(1000).optional(),
  preselectionPoolNumber: z.string().trim().max(40).optional(),
  creditWeight: weight.optional(),
  quoteWeight: weight.optional(),
  criteria: z
    .array(z.object({ title: z.string().trim().max(100).optional(), weight: weight.optional() }))
    .max(5)
    .default([]),
})
export type DraftFormValue = z.output<typeof draftSchema>

/** The form's value as the API takes it, or what is no number in it. */
export function draftInputOf(
  { size, ceilingFen: ceiling, creditWeight, quoteWeight, criteria, ...fields }: DraftFormValue,
  t: Translator<Texts['selection']>,
  form: Translator<Texts['form']>,
) {
  const sizeValue = readSize(size ?? '')
  const ceilingFen = readYuan(ceiling ?? '')
  const errors: Record<string, readonly string[]> = {
    ...(Number.isNaN(sizeValue) && { size: [form('number')] }),
    ...(Number.isNaN(ceilingFen) && { ceilingFen: [form('number')] }),
    ...halfFilled(criteria, form('required')),
  }
  if (Object.keys(errors).length > 0) return { ok: false as const, errors }
  const named = {
    ...(creditWeight !== undefined && { credit: creditWeight }),
    ...(quoteWeight !== undefined && { quote: quoteWeight }),
  }
  return {
    ok: true as const,
    fields: {
      ...fields,
      size: sizeValue,
      ceilingFen,
      maxWorkingDays: fields.maxWorkingDays ?? null,
      preselectionPoolNumber: fields.preselectionPoolNumber ?? null,
      criteria: fields.mode === 'COMPARATIVE' ? criteriaOf(named, criteria, t) : [],
    },
  }
}

/** A criterion needs its name and its weight. */
function halfFilled(rows: DraftFormValue['criteria'], text: string): Record<string, readonly string[]> {
  const missing = rows.flatMap(({ title, weight: value }, row) =>
    title !== undefined && value === undefined
      ? [`criteria[${row}].weight`]
      : title === undefined && value !== undefined
        ? [`criteria[${row}].title`]
        : [],
  )
  return Object.fromEntries(missing.map((name) => [name, [text]]))
}

/** Credit and quote by rule, then the owner's own; rows left empty are no criteria. */
function criteriaOf(
  { credit, quote }: { readonly credit?: number; readonly quote?: number },
  own: DraftFormValue['criteria'],
  t: Translator<Texts['selection']>,
): Criterion[] {
  const scored = own.flatMap(({ title, weight: value }, index) =>
    title === undefined || value === undefined ? [] : [{ key: `own-${index + 1}`, title, kind: 'SCORED' as const, weight: value }],
  )
  return [
    ...(credit === undefined ? [] : [{ key: 'credit', title: t('draft.creditTitle'), kind: 'CREDIT' as const, weight: credit }]),
    ...(quote === undefined ? [] : [{ key: 'quote', title: t('draft.quoteTitle'), kind: 'QUOTE' as const, weight: quote }]),
    ...scored,
  ]
}
