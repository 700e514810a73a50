import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { loadAppealForm } from './file-appeal.server.ts'
import { placeholdersOf } from './remedy-steps.tsx'

/** The form of an appeal, with the time that is left; or why there is none. */
export function FileAppeal({
  title,
  decision,
  clientMutationId,
  result,
  base,
}: Awaited<ReturnType<typeof loadAppealForm>> & { readonly result: FormResult | undefined; readonly base: string }) {
  const t = useText('remedies')
  const { language } = usePage()
  const form = useFormState({
    result,
    labels: { request: t('appeal.request'), grounds: t('appeal.grounds'), files: t('appeal.files') },
    defaults: { request: t('appeal.requestDefault') },
  })
  const { obstacle, facts, appealDueOn } = decision
  return (
    <>
      <Breadcrumb parents={[{ to: `${base}/remedies`, label: t('mine.title') }]} current={decision.caseNumber} />
      <PageHeading title={title} lead={t('appeal.fileLead')} />
      {obstacle === null ? (
        <Sheet title={t('mine.appeal')}>
          <p>{appealDueOn ? t('appeal.dueUntil', { day: formatDay(appealDueOn, language) }) : t('appeal.dueAny')}</p>
          <FormFrame form={form} mutationId={clientMutationId} hasFiles>
            <TextAreaField {...form.field('request')} rows={2} />
            <TextAreaField {...form.field('grounds')} rows={8} />
            <FileField {...form.field('files')} hint={t('appeal.filesHint')} isMultiple isOptional />
            <SubmitButton>{t('appeal.submit')}</SubmitButton>
          </FormFrame>
        </Sheet>
      ) : (
        <NoticeBanner title={t('mine.appeal')} tone="warn">
          {t.optional(`refusal.${obstacle}`, placeholdersOf(facts)) ?? obstacle}
        </NoticeBanner>
      )}
    </>
  )
}
