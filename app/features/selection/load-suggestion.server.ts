import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { fundSources } from '#domain/selection/selection.ts'
import { priorities, suggestMode } from '#domain/selection/suggest-mode.ts'
import { selectionRuleSets } from '#domain/selection/zz-selection-1.ts'
import type { FormResult } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { QualifiedFirmsDocument, SuitChoicesDocument } from './suit-documents.server.ts'

const answersSchema = z.object({
  item: z.string().min(1).max(40),
  division: z.string().min(1).max(12),
  fund: z.enum(fundSources),
  priority: z.enum(priorities),
  urgent: z.enum(['yes', 'no']),
})
export type SuitAnswers = z.output<typeof answersSchema>

/** The questions with what the address answers to them, and the suggestion once all are answered. */
export async function loadSuggestion(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const choices = await runOperation(args, SuitChoicesDocument, {})
  const serviceItems = choices.serviceItems.filter(({ status }) => status !== 'CANCELLED')
  const known = { serviceItems, divisions: choices.divisions }
  const result = await readAnswers(args.request, searchParams, known)
  if (!result.answers) return { ...known, answers: null, problems: result.problems, qualifiedFirms: 0, suggestion: null }
  const { answers } = result
  const qualifiedFirms = await countQualified(args, answers)
  const ruleSet = ruleSetOn(selectionRuleSets, shanghaiDayOf(new Date(choices.clock.now)))
  if (!ruleSet.ok) throw new Response(null, { status: 404 })
  const question = { fundSource: answers.fund, qualifiedFirms, priority: answers.priority, isUrgent: answers.urgent === 'yes' }
  return { ...known, answers, problems: undefined, qualifiedFirms, suggestion: suggestMode(question, ruleSet.value.parameters) }
}

interface Known {
  readonly serviceItems: readonly { readonly code: string }[]
  readonly divisions: readonly { readonly code: string }[]
}

/** An address without answers asks; one with only some of them says which are missing. */
async function readAnswers(
  request: Request,
  searchParams: URLSearchParams,
  { serviceItems, divisions }: Known,
): Promise<{ readonly answers: SuitAnswers } | { readonly answers: null; readonly problems: FormResult | undefined }> {
  const names = Object.keys(answersSchema.shape) as (keyof SuitAnswers)[]
  const given = Object.fromEntries(names.map((name) => [name, searchParams.get(name) ?? '']))
  const parsed = answersSchema.safeParse(given)
  const isKnown = serviceItems.some(({ code }) => code === given['item']) && divisions.some(({ code }) => code === given['division'])
  if (parsed.success && isKnown) return { answers: parsed.data }
  const wasSent = names.some((name) => name !== 'item' && name !== 'division' && searchParams.has(name))
  const t = await serverText(request, 'form')
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])))
  if (!serviceItems.some(({ code }) => code === given['item'])) wrong.add('item')
  if (!divisions.some(({ code }) => code === given['division'])) wrong.add('division')
  const values = Object.fromEntries(names.map((name) => [name, given[name] ? [given[name]] : []]))
  const errors = wasSent ? Object.fromEntries([...wrong].map((name) => [name, [t('choose')]])) : {}
  return { answers: null, problems: { values, errors } }
}

async function countQualified(args: LoaderFunctionArgs, { item, division }: SuitAnswers): Promise<number> {
  const search = { serviceItemCodes: [item], divisionCodes: [division], isChoosableOnly: true, limit: 1 }
  const { searchIntermediaries: found } = await runOperation(args, QualifiedFirmsDocument, { search })
  return found.__typename === 'IntermediarySearchResult' ? found.total : 0
}
