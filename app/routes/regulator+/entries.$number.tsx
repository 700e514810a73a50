import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EntryFindings } from '#app/features/intermediaries/entry-check-list.tsx'
import { CheckForm, ObjectionForm } from '#app/features/intermediaries/entry-check-forms.tsx'
import { EntryContent } from '#app/features/intermediaries/entry-content.tsx'
import { EntryChoicesDocument, EntryDocument } from '#app/features/intermediaries/entry-documents.server.ts'
import { AnswerObjectionDocument, CheckEntryDocument } from '#app/features/intermediaries/entry-mutations.server.ts'
import { EntryStateBadge, EntryTrail } from '#app/features/intermediaries/entry-state.tsx'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'entry')
  // A colleague's own application is looked at here too; who may check it, the application says.
  const { entryApplication: entry } = await runOperation(args, EntryDocument, { number: args.params['number'] ?? '' })
  if (!entry?.submittedAt) throw new Response(null, { status: 404 })
  const choices = await runOperation(args, EntryChoicesDocument, {})
  const mutationIds = Object.fromEntries(['check', ...entry.objections.map(({ number }) => number)].map((key) => [key, newMutationId()]))
  return { title: entry.name || t('unnamed'), entry, choices, mutationIds }
}

const version = z.coerce.number().int()
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('check'),
    version,
    outcome: z.enum(['PASS', 'RETURN', 'REFUSE']),
    reasons: z.string().max(4000).default(''),
    isUsccOverrideAccepted: z.array(z.string()).default([]),
  }),
  z.object({
    intent: z.literal('answer'),
    version,
    objectionNumber: z.string().max(40),
    objectionOutcome: z.enum(['DISMISSED', 'UPHELD']),
    consequence: z.enum(['RETURN', 'REFUSE']).optional(),
    answer: z.string().max(4000),
  }),
])

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const named = { number, clientMutationId: form.clientMutationId }
  const result = await send(args, named, form.value)
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'entry'))
  return redirect(`/regulator/entries/${number}`)
}

async function send(args: ActionFunctionArgs, named: { number: string; clientMutationId: string }, step: z.output<typeof schema>) {
  if (step.intent === 'check') {
    const { intent: _intent, isUsccOverrideAccepted, ...check } = step
    const input = { ...named, ...check, isUsccOverrideAccepted: isUsccOverrideAccepted.length > 0 }
    return (await runOperation(args, CheckEntryDocument, { input })).result
  }
  const { intent: _intent, objectionOutcome: outcome, ...answer } = step
  return (await runOperation(args, AnswerObjectionDocument, { input: { ...named, ...answer, outcome } })).result
}

/** One application before the office: what it says, what the program found, the decision, and the objections. */
export default function CheckEntryPage() {
  const { title, entry, choices, mutationIds } = useLoaderData<typeof loader>()
  const { number, version: seen, state, canCheck, reading, draft, objections } = entry
  const result = useActionData<typeof action>()
  const answerTo = (objection: string) => (result?.values['objectionNumber']?.[0] === objection ? result : undefined)
  const t = useText('entry')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/entries', label: t('office.title') }]} current={number} />
      <PageHeading title={title} lead={<EntryStateBadge state={state} />} />
      <div className="columns">
        <div>
          {reading && state === 'SUBMITTED' && (
            <Sheet title={t('summary.findings')}>
              <p className="small mute">{t('summary.findingsLead')}</p>
              <EntryFindings findings={reading.findings} />
            </Sheet>
          )}
          {state === 'SUBMITTED' && (
            <Sheet title={t('office.decide')}>
              {canCheck ? (
                <CheckForm
                  version={seen}
                  mutationId={mutationIds['check'] ?? ''}
                  result={result?.values['intent']?.[0] === 'check' ? result : undefined}
                  isOverrideAsked={reading?.findings.some(({ level }) => level === 'REVIEW') ?? false}
                />
              ) : (
                <p>{t('office.own')}</p>
              )}
            </Sheet>
          )}
          {objections.length > 0 && (
            <Sheet title={t('office.objections')}>
              {objections.map((one) => (
                <section key={one.number} className="mb-6">
                  <h3>
                    {one.number} <Badge tone={one.state === 'OPEN' ? 'warn' : 'neutral'}>{t(`objectionState.${one.state}`)}</Badge>
                  </h3>
                  <p className="whitespace-pre-line">{one.text}</p>
                  <DescriptionList
                    items={[
                      { term: t('office.objector'), value: one.objectorName },
                      { term: t('office.contact'), value: one.contact },
                      { term: t('office.filedAt'), value: <Instant at={one.filedAt} /> },
                      { term: t('office.answerBy'), value: <Day on={one.answerDueOn} /> },
                      ...(one.answer ? [{ term: t('office.answer'), value: one.answer }] : []),
                    ]}
                  />
                  {one.state === 'OPEN' && canCheck && (
                    <ObjectionForm
                      version={seen}
                      number={one.number}
                      mutationId={mutationIds[one.number] ?? ''}
                      result={answerTo(one.number)}
                    />
                  )}
                </section>
              ))}
            </Sheet>
          )}
          <Sheet title={t('mine.content')}>{draft ? <EntryContent draft={draft} choices={choices} /> : <p>{t('office.editing')}</p>}</Sheet>
        </div>
        <div>
          <Sheet title={t('trail.title')}>
            <EntryTrail of={entry} />
          </Sheet>
        </div>
      </div>
    </>
  )
}
