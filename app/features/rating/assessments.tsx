import { Link } from '@remix-run/react'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { AssessmentRow } from './documents.server.ts'
import { industryOf } from './industry-of.ts'
import type { StepProps } from './rule-set-forms.tsx'

export function AssessmentTable({ rows }: { readonly rows: readonly AssessmentRow[] }) {
  const t = useText('rating')
  return (
    <DataTable
      caption={t('standards.list')}
      isCaptionHidden
      columns={[
        { key: 'firm', title: t('honours.firm'), cell: ({ firmName, uscc }) => <Link to={`/intermediaries/${uscc}`}>{firmName}</Link> },
        { key: 'period', title: t('standards.period'), cell: ({ period }) => period },
        { key: 'score', title: t('history.score'), isNumber: true, cell: ({ score }) => score },
        { key: 'recorded', title: t('standards.recordedOn'), cell: ({ recordedOn }) => <Day on={recordedOn} /> },
        {
          key: 'state',
          title: t('account.state'),
          cell: ({ key, annulledOn, annulReason, mayAnnul }) =>
            annulledOn !== null
              ? t('standards.annulled', { reason: annulReason ?? '' })
              : mayAnnul && <Link to={`?annul=${key}#annul`}>{t('honours.annul')}</Link>,
        },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      empty={t('standards.none')}
    />
  )
}

/** Points and, where some are taken off, the reason for each criterion of the standard. */
export function AssessForm({ of, result, mutationId }: StepProps) {
  const t = useText('rating')
  const { language } = usePage()
  const criteria = industryOf(of).criteria.map((one, row) => ({
    ...{ code: one.code, points: `criteria[${row}].points`, reason: `criteria[${row}].reason`, row },
    title: language === 'en' ? one.titleEn : one.titleZh,
    most: one.most,
  }))
  const form = useFormState<string>({
    result,
    labels: {
      uscc: t('honours.uscc'),
      period: t('standards.period'),
      ...Object.fromEntries(
        criteria.flatMap(({ points, reason, title, most }) => [
          [points, t('standards.points', { title, most })],
          [reason, t('standards.reason', { title })],
        ]),
      ),
    },
  })
  return (
    <Sheet title={t('standards.assess')}>
      <p>{t('standards.assessLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <TextField {...form.field('uscc')} width="code" maxLength={20} spellCheck={false} />
        <TextField {...form.field('period')} width="code" maxLength={7} spellCheck={false} />
        {criteria.map(({ code, row, points, reason }) => (
          <div key={code} className="tier-row">
            <input type="hidden" name={`criteria[${row}].code`} value={code} />
            <TextField {...form.field(points)} width="number" inputMode="decimal" />
            <TextField {...form.field(reason)} maxLength={500} />
          </div>
        ))}
        <SubmitButton name="intent" value="ASSESS">
          {t('standards.assessButton')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
