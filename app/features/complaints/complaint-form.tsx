import { complaintKinds } from '#domain/complaints/complaint.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface Body {
  readonly organisationId: string
  readonly nameZh: string
  readonly nameEn: string | null
}

/** The form of a report or complaint; nothing but what happened and whom it is about has to be said. */
export function ComplaintForm({
  bodies,
  about,
  mutationId,
  result,
}: {
  readonly bodies: readonly Body[]
  /** What the page before knew. */
  readonly about: { readonly uscc: string; readonly name: string }
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('complaints')
  const { language } = usePage()
  const labels = {
    kind: t('form.kind'),
    about: t('form.about'),
    uscc: t('form.uscc'),
    agencyId: t('form.agencyId'),
    statement: t('form.statement'),
    occurredOn: t('form.occurredOn'),
    files: t('form.files'),
    name: t('form.name'),
    contact: t('form.contact'),
  }
  const form = useFormState({ result, labels, defaults: { kind: complaintKinds[0], uscc: about.uscc, about: about.name } })
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      <RadioField {...form.field('kind')} choices={complaintKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      <fieldset className="mb-4">
        <legend>{t('form.aboutWhom')}</legend>
        <TextField {...form.field('about')} hint={t('form.aboutHint')} maxLength={200} />
        <TextField {...form.field('uscc')} hint={t('form.usccHint')} width="code" isOptional maxLength={40} />
        <SelectField
          {...form.field('agencyId')}
          empty={t('form.agencyNone')}
          options={bodies.map((body) => ({
            value: body.organisationId,
            label: language === 'en' ? (body.nameEn ?? body.nameZh) : body.nameZh,
          }))}
          isOptional
        />
      </fieldset>
      <TextAreaField {...form.field('statement')} hint={t('form.statementHint')} rows={8} maxLength={8000} />
      <DateField {...form.field('occurredOn')} isOptional />
      <FileField {...form.field('files')} hint={t('form.filesHint')} isMultiple isOptional />
      <fieldset className="mb-4">
        <legend>{t('form.who')}</legend>
        <p className="small mute">{t('form.whoHint')}</p>
        <TextField {...form.field('name')} isOptional autoComplete="name" maxLength={100} />
        <TextField {...form.field('contact')} isOptional autoComplete="off" maxLength={200} />
      </fieldset>
      <SubmitButton>{t('form.submit')}</SubmitButton>
    </FormFrame>
  )
}
