import { Link } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import { fundSources } from '#domain/selection/selection.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import type { ResultOf } from '#app/graphql.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField, RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ChoicePreviewDocument } from './documents.server.ts'

type Preview = NonNullable<ResultOf<typeof ChoicePreviewDocument>['choicePreview']>

/** Project, place, and the yes to fee and days as shown. What was shown travels with the form: if it changed meanwhile, it is shown again. */
export function ChoiceForm({
  preview,
  mutationId,
  result,
}: {
  readonly preview: Preview
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('engagements')
  const selection = useText('selection')
  const { language } = usePage()
  const { uscc, serviceItemCode, divisions } = preview
  const feeFen = preview.feeFen ?? 0
  const days = preview.promisedWorkingDays ?? 0
  const form = useFormState({
    result,
    labels: {
      projectName: t('choose.project'),
      divisionCode: t('choose.division'),
      fundSource: selection('direct.fund'),
      confirm: t('choose.confirmLabel'),
    },
  })
  const sized = preview.size === null ? {} : { size: preview.size }
  const shown = { uscc, serviceItemCode, ...sized, feeFen, promisedWorkingDays: days, offeringVersion: preview.offeringVersion ?? 0 }
  return (
    <FormFrame form={form} mutationId={mutationId}>
      {Object.entries(shown).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField {...form.field('projectName')} hint={t('choose.projectHint')} maxLength={200} />
      <SelectField
        {...form.field('divisionCode')}
        empty={t('choose.divisionEmpty')}
        options={divisions.map(({ code, nameZh, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : nameZh }))}
      />
      <RadioField
        {...form.field('fundSource')}
        hint={selection('direct.fundHint')}
        choices={fundSources.map((value) => ({ value, label: selection(`fund.${value}`) }))}
      />
      <p className="small mb-4">
        {selection('direct.insteadText')}{' '}
        <Link to={`/owner/selections/new?${new URLSearchParams({ item: serviceItemCode })}`}>{selection('direct.instead')}</Link>
      </p>
      <CheckboxField
        {...form.field('confirm')}
        choices={[{ value: 'yes', label: t('choose.confirm', { fee: formatFen(feeFen), days }) }]}
      />
      <SubmitButton>{t('choose.submit')}</SubmitButton>
    </FormFrame>
  )
}
