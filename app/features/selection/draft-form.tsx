import { Link } from '@remix-run/react'
import type { FundSource, SelectionMode } from '#domain/selection/selection.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { CriteriaFields, criteriaLabels } from './criteria-fields.tsx'

/** What was decided before the form: the way of choosing, the service, the place and the funds. */
export interface DraftBasics {
  readonly mode: SelectionMode
  readonly fundSource: FundSource
  readonly serviceItemCode: string
  readonly itemName: string
  readonly sizeUnit: FeeUnit | null
  readonly divisionCode: string
  readonly divisionName: string
}

/** The announcement before it is announced, new or changed. */
export function DraftForm({
  basics,
  defaults = {},
  version,
  mutationId,
  result,
}: {
  readonly basics: DraftBasics
  readonly defaults?: Readonly<Record<string, string | number | null>>
  /** Of the draft that is changed; a new one has none. */
  readonly version?: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('selection')
  const fees = useText('fees')
  const { mode, fundSource, serviceItemCode, itemName, sizeUnit, divisionCode, divisionName } = basics
  const form = useFormState<string>({
    result,
    labels: {
      projectName: t('draft.project'),
      requirements: t('draft.requirements'),
      size: t('draft.size'),
      ceilingFen: t('draft.ceiling'),
      maxWorkingDays: t('draft.maxDays'),
      preselectionPoolNumber: t('draft.pool'),
      ...(mode === 'COMPARATIVE' && criteriaLabels(t)),
    },
    defaults,
  })
  const kept = { mode, fundSource, serviceItemCode, divisionCode }
  const wizard = new URLSearchParams({ item: serviceItemCode, division: divisionCode })
  return (
    <>
      <DescriptionList
        items={[
          { term: t('detail.mode'), value: t(`mode.${mode}`) },
          { term: t('detail.item'), value: `${serviceItemCode} ${itemName}` },
          { term: t('detail.division'), value: divisionName },
          { term: t('detail.fund'), value: t(`fund.${fundSource}`) },
        ]}
      />
      <p className="mb-6">
        {t(`modeText.${mode}`)} <Link to={`/owner/selections/new?${wizard}`}>{t('draft.another')}</Link>
      </p>
      <FormFrame form={form} mutationId={mutationId}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <TextField {...form.field('projectName')} hint={t('draft.projectHint')} maxLength={200} />
        <TextAreaField {...form.field('requirements')} hint={t('draft.requirementsHint')} rows={8} maxLength={10_000} />
        {sizeUnit && (
          <TextField
            {...form.field('size')}
            label={fees(`sizeLabel.${sizeUnit}`)}
            width="number"
            inputMode="decimal"
            unit={fees(`unit.${sizeUnit}`)}
          />
        )}
        <TextField
          {...form.field('ceilingFen')}
          hint={t(hasQuotes(mode) ? 'draft.ceilingHint' : 'draft.ceilingListed')}
          width="number"
          inputMode="decimal"
          isOptional
        />
        <TextField {...form.field('maxWorkingDays')} width="number" inputMode="numeric" isOptional />
        <TextField {...form.field('preselectionPoolNumber')} hint={t('draft.poolHint')} width="code" maxLength={40} isOptional />
        {mode === 'COMPARATIVE' && <CriteriaFields form={form} />}
        <SubmitButton>{t('draft.save')}</SubmitButton>
      </FormFrame>
    </>
  )
}
