import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { loadObjectionForm } from './object-to-data.server.ts'

/** The form of an objection: which field of the record, what it should say, and why. What has a remedy of its own says which. */
export function ObjectToData({
  title,
  record,
  clientMutationId,
  result,
  base,
}: Awaited<ReturnType<typeof loadObjectionForm>> & { readonly result: FormResult | undefined; readonly base: string }) {
  const t = useText('remedies')
  const form = useFormState({
    result,
    labels: {
      field: t('dataObjection.what'),
      proposed: t('dataObjection.proposed'),
      statement: t('dataObjection.statement'),
      files: t('dataObjection.files'),
    },
  })
  const choices = record.fields.map(({ name, value, otherRemedy }) => ({
    value: name === '' ? 'WHOLE' : name,
    label: name === '' ? t('dataObjection.whole') : (t.optional(`dataObjection.field.${name}`) ?? name),
    detail: name === '' ? undefined : t('dataObjection.now', { value }),
    refusal: otherRemedy ? (t.optional(`dataObjection.otherRemedy.${otherRemedy}`) ?? otherRemedy) : undefined,
  }))
  return (
    <>
      <Breadcrumb parents={[{ to: `${base}/remedies`, label: t('mine.title') }]} current={title} />
      <PageHeading title={title} lead={t('dataObjection.fileLead')} />
      <Sheet title={`${t(`dataObjection.target.${record.target}`)} ${record.title}`}>
        <FormFrame form={form} mutationId={clientMutationId} hasFiles>
          <RadioField {...form.field('field')} choices={choices} />
          <TextField {...form.field('proposed')} hint={t('dataObjection.proposedHint')} isOptional />
          <TextAreaField {...form.field('statement')} rows={5} />
          <FileField {...form.field('files')} hint={t('appeal.filesHint')} isMultiple isOptional />
          <SubmitButton>{t('dataObjection.submit')}</SubmitButton>
        </FormFrame>
      </Sheet>
    </>
  )
}
