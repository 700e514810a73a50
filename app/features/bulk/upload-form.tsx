import { registerKinds } from '#domain/bulk/import-run.ts'
import type { RegisterKind } from '#domain/bulk/import-run.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** A table with its kind, and for a catalogue the document that publishes it. */
export function UploadForm({
  kind,
  mutationId,
  result,
}: {
  /** The kind chosen at first. */
  readonly kind: RegisterKind
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('bulk')
  const form = useFormState({
    result,
    labels: {
      kind: t('upload.kind'),
      content: t('upload.file'),
      titleZh: t('upload.titleZh'),
      titleEn: t('upload.titleEn'),
      documentNo: t('upload.documentNo'),
      effectiveOn: t('upload.effectiveOn'),
    },
    defaults: { kind },
  })
  return (
    <Sheet title={t('upload.title')}>
      <FormFrame form={form} mutationId={mutationId} hasFiles>
        <RadioField {...form.field('kind')} choices={registerKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
        <FileField {...form.field('content')} hint={t('upload.fileHint')} accept=".csv,.xlsx,text/csv" />
        <fieldset className="mb-4">
          <legend>{t('upload.edition')}</legend>
          <p className="small mute">{t('upload.editionHint')}</p>
          <TextField {...form.field('titleZh')} isOptional maxLength={200} />
          <TextField {...form.field('titleEn')} isOptional maxLength={200} />
          <TextField {...form.field('documentNo')} isOptional maxLength={200} />
          <DateField {...form.field('effectiveOn')} isOptional />
        </fieldset>
        <SubmitButton>{t('upload.submit')}</SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
