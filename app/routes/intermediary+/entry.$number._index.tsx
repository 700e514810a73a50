import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { entrySteps } from '#domain/intermediaries/entry-draft.ts'
import { finalEntryStates } from '#domain/intermediaries/entry-application.ts'
import { EntryChoicesDocument, EntryDocument } from '#app/features/intermediaries/entry-documents.server.ts'
import { EntryContent } from '#app/features/intermediaries/entry-content.tsx'
import { EntryFindings, MissingParts } from '#app/features/intermediaries/entry-check-list.tsx'
import { SubmitEntryDocument, WithdrawEntryDocument } from '#app/features/intermediaries/entry-mutations.server.ts'
import { EntryStateBadge, EntryTrail } from '#app/features/intermediaries/entry-state.tsx'
import { newMutationId, readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Instant } from '#app/ui/day.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'entry')
  const { entryApplication: entry } = await runOperation(args, EntryDocument, { number: args.params['number'] ?? '' })
  if (!entry?.isMine) throw new Response(null, { status: 404 })
  const choices = await runOperation(args, EntryChoicesDocument, {})
  return { title: entry.name || t('unnamed'), entry, choices, mutationIds: { submit: newMutationId(), withdraw: newMutationId() } }
}

const schema = z.object({ version: z.coerce.number().int(), intent: z.enum(['submit', 'withdraw']) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { number, version: form.value.version, clientMutationId: form.clientMutationId }
  const { result } =
    form.value.intent === 'submit'
      ? await runOperation(args, SubmitEntryDocument, { input })
      : await runOperation(args, WithdrawEntryDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'entry'))
  return redirect(`/intermediary/entry/${number}`)
}

/** One's own application: before submission what is missing, afterwards where it stands and why. */
export default function OwnEntry() {
  const { title, entry, choices, mutationIds } = useLoaderData<typeof loader>()
  const { number, version, state, isEditable, reading, draft, checkReasons, objections, uscc } = entry
  const result = useActionData<typeof action>()
  const t = useText('entry')
  const answerTo = (intent: string) => (result?.values['intent']?.[0] === intent ? result : undefined)
  const submitForm = useFormState({ result: answerTo('submit'), labels: {} })
  const withdrawForm = useFormState({ result: answerTo('withdraw'), labels: {} })
  const days = {
    checkDueOn: entry.checkDueOn ?? '',
    publicityFromOn: entry.publicityFromOn ?? '',
    publicityUntilOn: entry.publicityUntilOn ?? '',
  }
  const tone = state === 'LISTED' ? 'ok' : state === 'RETURNED' || state === 'REFUSED' ? 'warn' : 'brand'
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary/entry', label: t('start.title') }]} current={number} />
      <PageHeading title={title} lead={<EntryStateBadge state={state} />} />
      <NoticeBanner tone={tone} title={t(`state.${state}`)}>
        <p>{t(`stateText.${state}`, days)}</p>
        {checkReasons && (
          <p>
            {t('mine.reasons')}：{checkReasons}
          </p>
        )}
        {state === 'LISTED' && uscc && <Link to={`/intermediaries/${uscc}`}>{t('mine.toRegister')}</Link>}
      </NoticeBanner>
      <div className="columns">
        <div>
          {isEditable && reading && (
            <Sheet title={t('summary.missing')}>
              {reading.problems.length > 0 ? (
                <>
                  <p>{t('summary.missingLead')}</p>
                  <MissingParts number={number} problems={reading.problems} />
                </>
              ) : (
                <p>{t('summary.complete')}</p>
              )}
            </Sheet>
          )}
          {isEditable && reading?.isComplete && (
            <Sheet title={t('summary.findings')}>
              <p className="small mute">{t('summary.findingsLead')}</p>
              <EntryFindings findings={reading.findings} />
            </Sheet>
          )}
          {isEditable && (
            <Sheet title={t('step.summary')}>
              <p>{t('summary.submitText')}</p>
              <FormFrame form={submitForm} mutationId={mutationIds.submit}>
                <input type="hidden" name="version" value={version} />
                <SubmitButton name="intent" value="submit">
                  {t('summary.submit')}
                </SubmitButton>
              </FormFrame>
            </Sheet>
          )}
          {draft && (
            <Sheet title={t('mine.content')}>
              {isEditable && (
                <ul className="plain-list">
                  {entrySteps.map((step) => {
                    const isFine = reading?.problems.every((problem) => problem.step !== step)
                    return (
                      <li key={step}>
                        <Link to={`/intermediary/entry/${number}/${step}`}>{t(`step.${step}`)}</Link>{' '}
                        {isFine && <Badge tone="ok">{t('summary.done')}</Badge>}
                      </li>
                    )
                  })}
                </ul>
              )}
              <EntryContent draft={draft} choices={choices} />
            </Sheet>
          )}
        </div>
        <div>
          <Sheet title={t('trail.title')}>
            <EntryTrail of={entry} />
          </Sheet>
          {objections.length > 0 && (
            <Sheet title={t('mine.objections')}>
              <ul className="plain-list">
                {objections.map((one) => (
                  <li key={one.number}>
                    <Badge>{t(`objectionState.${one.state}`)}</Badge> {one.number} · <Instant at={one.filedAt} />
                    <p>{one.text}</p>
                    {one.answer && <p className="small mute">{one.answer}</p>}
                  </li>
                ))}
              </ul>
            </Sheet>
          )}
          {!finalEntryStates.includes(state) && (
            <Reasons summary={t('summary.withdraw')}>
              <p>{t('summary.withdrawText')}</p>
              <FormFrame form={withdrawForm} mutationId={mutationIds.withdraw}>
                <input type="hidden" name="version" value={version} />
                <SubmitButton name="intent" value="withdraw" look="danger">
                  {t('summary.withdraw')}
                </SubmitButton>
              </FormFrame>
            </Reasons>
          )}
        </div>
      </div>
    </>
  )
}
