import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import type { ResultOf } from '#app/graphql.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { ReportFormDocument } from './documents.server.ts'
import { nameIn } from './name-in.ts'

type FormData = ResultOf<typeof ReportFormDocument>

/** What happened, when, who did it, and the proof. */
export function ReportForm({
  intermediary,
  violations,
  mutationId,
  result,
}: {
  readonly intermediary: FormData['reportableIntermediaries'][number]
  readonly violations: FormData['violationTypes']
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('listings')
  const { language } = usePage()
  const form = useFormState({
    result,
    labels: {
      about: t('report.about'),
      violationCode: t('report.violation'),
      occurredOn: t('report.occurredOn'),
      facts: t('report.facts'),
      evidence: t('report.evidence'),
      uscc: t('list.code'),
    },
    defaults: { about: 'INSTITUTION' },
  })
  const people = intermediary.practitioners.map(({ key, name, identityMasked, title }) => ({
    value: key,
    label: t('report.person', { name, identity: identityMasked ?? '', title }),
  }))
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      <input type="hidden" name="uscc" value={intermediary.uscc} />
      <RadioField
        {...form.field('about')}
        choices={[{ value: 'INSTITUTION', label: t('report.whole', { name: intermediary.name }) }, ...people]}
      />
      <SelectField
        {...form.field('violationCode')}
        hint={t('report.violationHint')}
        empty={t('report.violationEmpty')}
        options={violations.map((one) => ({
          value: one.code,
          label: `${one.code} ${nameIn(language, one)} (${t(`severity.${one.severity}`)})`,
        }))}
      />
      <DateField {...form.field('occurredOn')} />
      <TextAreaField {...form.field('facts')} hint={t('report.factsHint')} rows={6} />
      <FileField
        {...form.field('evidence')}
        hint={t('report.evidenceHint')}
        accept=".pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx"
        isMultiple
        isOptional
      />
      <SubmitButton>{t('report.submit')}</SubmitButton>
    </FormFrame>
  )
}
