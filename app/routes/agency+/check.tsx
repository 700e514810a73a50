import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CheckAnswer, resultTones } from '#app/features/acceptance/check-answer.tsx'
import { CheckDocument, IssueReceiptDocument } from '#app/features/acceptance/check-documents.server.ts'
import type { CheckData } from '#app/features/acceptance/check-documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { GradeBadge } from '#app/ui/grade-badge.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  // Asked before anything is typed, so that a stranger to the counter is turned away at once.
  if (context.viewer.kind === 'ANONYMOUS') throw new Response(null, { status: 401 })
  return { title: t('check.title'), clientMutationId: newMutationId() }
}

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('CHECK'), code: z.string().max(40) }),
  z.object({ intent: z.literal('ISSUE'), code: z.string().max(40), purpose: z.string().max(200) }),
])

interface Answer {
  readonly code: string
  readonly check: CheckData | null
  readonly result?: FormResult
}

// By POST: an identity number must not stand in an address.
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  const t = await serverText(args.request, 'acceptance')
  const code = form.ok ? form.value.code : (form.reply.data.values['code']?.[0] ?? '')
  const checked = code === '' ? null : (await runOperation(args, CheckDocument, { code })).creditCheck
  const check = checked && 'purposes' in checked ? checked : null
  const again = (result: FormResult, status = 422) => data<Answer>({ code, check, result }, { status })
  if (!form.ok) return again(form.reply.data)
  if (checked && !('purposes' in checked)) return again(form.refuseWith(checked, t).data)
  if (form.value.intent === 'CHECK') return data<Answer>({ code, check })
  const { purpose } = form.value
  const { result } = await runOperation(args, IssueReceiptDocument, { input: { clientMutationId: form.clientMutationId, code, purpose } })
  if ('code' in result) return again(form.refuseWith(result, t).data)
  if (!('receipt' in result)) throw new Error('no receipt')
  return redirect(`/agency/receipts/${result.receipt.number}`)
}

export default function Check() {
  const { title, clientMutationId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('acceptance')
  const check = answer?.check ?? null
  const codeForm = useFormState({
    result: check ? undefined : answer?.result,
    labels: { code: t('check.code') },
    defaults: { code: answer?.code },
  })
  const receiptForm = useFormState({ result: check ? answer?.result : undefined, labels: { purpose: t('check.purpose') } })
  return (
    <>
      <PageHeading title={title} lead={t('check.lead')} />
      {check ? (
        <div className="columns">
          <Sheet title={check.name ?? t('check.subject')}>
            <p className="result-figure">
              <Badge tone={resultTones[check.result]}>{t(`whole.${check.result}`)}</Badge>
            </p>
            {!check.isKnown && <p>{t('check.unknown')}</p>}
            <DescriptionList
              items={[
                { term: t('new.applicantCode'), value: <span className="num">{check.code}</span> },
                { term: t('check.grade'), value: <GradeBadge letter={check.grade} label={`${t('check.grade')} ${check.grade}`} /> },
                { term: t('check.misses'), value: t('check.missesOf', { count: check.missCount }) },
                { term: t('check.at'), value: <Instant at={check.checkedAt} /> },
                { term: t('check.rules'), value: check.ruleSetVersion },
              ]}
            />
            <CheckAnswer purposes={check.purposes} />
          </Sheet>
          <Sheet title={t('check.receipt')}>
            <FormFrame form={receiptForm} mutationId={clientMutationId}>
              <input type="hidden" name="code" value={answer?.code ?? ''} />
              <TextField {...receiptForm.field('purpose')} hint={t('check.purposeHint')} maxLength={200} />
              <div className="actions">
                <SubmitButton name="intent" value="ISSUE">
                  {t('check.receipt')}
                </SubmitButton>
                <ButtonLink look="ghost" to="/agency/check" reloadDocument>
                  {t('check.another')}
                </ButtonLink>
              </div>
            </FormFrame>
          </Sheet>
        </div>
      ) : (
        <FormFrame form={codeForm}>
          <TextField
            {...codeForm.field('code')}
            hint={t('check.codeHint')}
            width="code"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
          />
          <SubmitButton name="intent" value="CHECK">
            {t('check.button')}
          </SubmitButton>
        </FormFrame>
      )}
    </>
  )
}
