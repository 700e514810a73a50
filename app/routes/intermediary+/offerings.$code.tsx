import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ceilingFacts } from '#app/features/catalogue/ceiling-facts.tsx'
import { FeeWords } from '#app/features/catalogue/fee-lines.tsx'
import { FeeSpread } from '#app/features/catalogue/fee-spread.tsx'
import { feeFields } from '#app/features/catalogue/fee-text.ts'
import { AccountTabs } from '#app/features/intermediaries/account-tabs.tsx'
import { changeOwnOffering, loadOwnOffering, stepOwnOffering } from '#app/features/intermediaries/own-offering.server.ts'
import { OfferingFields, offeringLabels } from '#app/features/intermediaries/offering-fields.tsx'
import { OfferingHistory } from '#app/features/intermediaries/offering-history.tsx'
import { WithdrawOrResume } from '#app/features/intermediaries/withdraw-or-resume.tsx'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadOwnOffering(args)

export async function action(args: ActionFunctionArgs) {
  const code = args.params['code'] ?? ''
  const step = new URL(args.request.url).searchParams.get('step')
  const outcome = step === 'withdraw' || step === 'resume' ? await stepOwnOffering(args, code, step) : await changeOwnOffering(args, code)
  return 'done' in outcome ? redirect(`/intermediary/offerings/${code}?done=${outcome.done}`) : outcome.reply
}

/** One own offering: its terms, where its fee stands, its history, and the way to stop and to go on. */
export default function OwnOffering() {
  const { title, done, offering, item } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('fees')
  // Two forms on one page: only that of the terms has a way of reckoning.
  const isOfTerms = result !== undefined && 'kind' in result.values
  const { position, feeFen, history, isWithdrawn, feeSchedule } = offering
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary/offerings', label: t('own.title') }]} current={item.name} />
      <PageHeading title={title} lead={<span className="code">{item.code}</span>} />
      <AccountTabs />
      {done && (
        <NoticeBanner tone="ok" title={t(doneTexts[done])}>
          <FeeWords schedule={feeSchedule} />
        </NoticeBanner>
      )}
      <div className="columns">
        <div>
          {isWithdrawn ? (
            <Sheet title={t('edit.terms')}>
              <p>{t('edit.withdrawnNote')}</p>
              <FeeWords schedule={feeSchedule} />
            </Sheet>
          ) : (
            <Terms result={isOfTerms ? result : undefined} />
          )}
          <Sheet title={t('history.title')} id="history">
            <OfferingHistory item={item.name} versions={history} />
          </Sheet>
        </div>
        <div>
          {item.feeSpread && (
            <Sheet title={t('own.position')}>
              <FeeSpread
                spread={item.feeSpread}
                unit={item.feeUnit}
                referenceSize={item.referenceSize}
                own={isWithdrawn ? undefined : { feeFen, position }}
              />
            </Sheet>
          )}
          <WithdrawOrResume result={isOfTerms ? undefined : result} />
        </div>
      </div>
    </>
  )
}

const doneTexts = {
  added: 'edit.added',
  changed: 'edit.changed',
  withdrawn: 'edit.withdrawnDone',
  resumed: 'edit.resumed',
} as const

function Terms({ result }: { readonly result: FormResult | undefined }) {
  const { offering, item, divisions, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('fees')
  const { feeSchedule, feeNote, promisedWorkingDays, divisionCodes, version } = offering
  const defaults = { ...feeFields(feeSchedule), feeNote, promisedWorkingDays, divisionCodes }
  const form = useFormState<string>({ result, labels: offeringLabels(t, item.feeUnit), defaults })
  const facts = [{ term: t('editor.preview'), value: <FeeWords schedule={feeSchedule} /> }, ...ceilingFacts(item, t)]
  return (
    <Sheet title={t('edit.terms')}>
      <DescriptionList items={facts} />
      <FormFrame form={form} mutationId={clientMutationId} action={`/intermediary/offerings/${item.code}`}>
        <input type="hidden" name="version" value={version} />
        <OfferingFields form={form} unit={item.feeUnit} tierCount={feeFields(feeSchedule)['tierCount']} divisions={divisions} />
        <TextField {...form.field('reason')} hint={t('edit.reasonHint')} maxLength={500} isOptional />
        <SubmitButton name="intent" value="save">
          {t('edit.submit')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
