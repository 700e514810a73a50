import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { entrySteps } from '#domain/intermediaries/entry-draft.ts'
import type { EntryStep } from '#domain/intermediaries/entry-draft.ts'
import { entryRuleSets } from '#domain/intermediaries/entry-rule-set.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { FormResult } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { EntryChoicesDocument, EntryDocument } from './entry-documents.server.ts'
import type { EntryView } from './entry-documents.server.ts'
import { entryForms, stepFields } from './entry-forms.server.ts'
import { SaveEntryDocument } from './entry-mutations.server.ts'
import { problemText } from './entry-words.ts'

/** Lists of a step: their name in the draft. */
const lists: Partial<Record<EntryStep, string>> = {
  qualifications: '',
  practitioners: '',
  affiliations: 'ties',
  offerings: '',
}

/** The step of the address. @throws a 404 Response for one that doesn't exist */
export function stepOf(params: LoaderFunctionArgs['params']): EntryStep {
  const step = entrySteps.find((one) => one === params['step'])
  if (!step) throw new Response(null, { status: 404 })
  return step
}

/** One step of one's own application: what was typed before, what is wrong with it, and what there is to choose from. */
export async function loadEntryStep(args: LoaderFunctionArgs) {
  const { request, params } = args
  const step = stepOf(params)
  const { entryApplication: entry } = await runOperation(args, EntryDocument, { number: params['number'] ?? '' })
  if (!entry?.isMine || !entry.draft || !entry.reading) throw new Response(null, { status: 404 })
  const { number, version, name } = entry
  if (!entry.isEditable) throw redirect(`/intermediary/entry/${number}`)
  const t = await serverText(request, 'entry')
  const { clock, ...choices } = await runOperation(args, EntryChoicesDocument, {})
  const rules = ruleSetOn(entryRuleSets, shanghaiDayOf(new Date(clock.now)))
  return {
    title: t(`step.${step}`),
    ...{ step, number, version, name, choices },
    done: entrySteps.filter((one) => entry.draft?.[one] && !entry.reading?.problems.some((problem) => problem.step === one)),
    statements: rules.ok ? rules.value.parameters.statements.value : [],
    ruleSetVersion: rules.ok ? rules.value.version : '',
    ...savedStep(step, entry, (problem) => problemText(t, problem)),
    isSaved: new URL(request.url).searchParams.has('saved'),
    clientMutationId: newMutationId(),
  }
}

interface Saved {
  /** As a form that came back: what was typed, and what is wrong. Null for a step never saved. */
  readonly form: FormResult | null
  readonly rowCount: number
  /** Masks of sealed numbers, by line; of the legal representative under 0. */
  readonly masks: readonly (string | null)[]
}

function savedStep(step: EntryStep, { draft, reading }: EntryView, say: (problem: { code: string; facts: unknown }) => string): Saved {
  const part = draft?.[step]
  if (!part) return { form: null, rowCount: 0, masks: [] }
  const people = step === 'practitioners' ? (draft.practitioners ?? []) : step === 'legalRepresentative' ? [draft.legalRepresentative] : []
  const list = Array.isArray(part) ? part : 'ties' in part ? part.ties : []
  const values: Record<string, string[]> = {}
  flatten(Array.isArray(part) ? { rows: part } : 'ties' in part ? { ...part, rows: part.ties } : part, '', values)
  const errors: Record<string, string[]> = {}
  for (const problem of reading?.problems ?? []) {
    if (problem.step !== step) continue
    const name = fieldName(step, problem.path)
    errors[name] = [...(errors[name] ?? []), say(problem)]
  }
  return { form: { values, errors }, rowCount: list.length, masks: people.map((one) => one?.identity?.masked ?? null) }
}

/** The field in which a problem was typed: 'ties.0.kind' → 'rows[0].kind'. */
function fieldName(step: EntryStep, path: string): string {
  const list = lists[step]
  const inList = list === undefined || path === '' ? path : list === '' ? `rows.${path}` : path.replace(new RegExp(`^${list}\\.`), 'rows.')
  return inList.replace(/(^|\.)identity$/, '$1identityNumber').replace(/\.(\d+)/g, '[$1]')
}

/** A part of the draft as the fields of its form. */
function flatten(value: unknown, name: string, into: Record<string, string[]>): void {
  if (typeof value === 'string') into[name] = [value]
  else if (typeof value === 'boolean') into[name] = value ? ['yes'] : []
  else if (Array.isArray(value) && value.every((one) => typeof one === 'string')) into[name] = value
  else if (Array.isArray(value)) value.forEach((one, index) => flatten(one, `${name}[${index}]`, into))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) if (key !== 'identity') flatten(one, name === '' ? key : `${name}.${key}`, into)
  }
}

/** Saves a step as it was typed, and goes on to the next or stays. */
export async function saveEntryStep(args: ActionFunctionArgs) {
  const step = stepOf(args.params)
  const form = await readForm(args.request, z.intersection(stepFields, entryForms[step]))
  if (!form.ok) return form.reply
  const { version, intent, ...parts } = form.value
  const number = args.params['number'] ?? ''
  const { result } = await runOperation(args, SaveEntryDocument, {
    input: { number, version, ...parts, clientMutationId: form.clientMutationId },
  })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'entry'))
  const next = entrySteps[entrySteps.indexOf(step) + 1]
  const stays = `/intermediary/entry/${number}/${step}?saved=1`
  return redirect(intent === 'stay' ? stays : `/intermediary/entry/${number}${next ? `/${next}` : ''}`)
}
