import { Link } from '@remix-run/react'
import { honourLevels } from '#domain/credit/honour-parameters.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { HonourRow } from './documents.server.ts'

/** Honours on record, annulled ones with the reason; those of other officers can be taken back. */
export function HonourTable({ rows }: { readonly rows: readonly HonourRow[] }) {
  const t = useText('rating')
  return (
    <DataTable
      caption={t('honours.list')}
      isCaptionHidden
      columns={[
        {
          key: 'firm',
          title: t('honours.firm'),
          cell: ({ subjectName, subjectCode }) => <Link to={`/intermediaries/${subjectCode}`}>{subjectName}</Link>,
        },
        { key: 'name', title: t('honours.name'), cell: ({ description }) => description },
        { key: 'points', title: t('account.points'), isNumber: true, cell: ({ points }) => points },
        {
          key: 'counts',
          title: t('account.counts'),
          cell: ({ occurredOn: from, countsUntilOn: until }) => t('account.span', { from, until: until ?? '' }),
        },
        {
          key: 'state',
          title: t('account.state'),
          cell: ({ key, mayAnnul, annulledOn, annulReason }) =>
            annulledOn !== null
              ? t('account.annulled', { reason: annulReason ?? '' })
              : mayAnnul && <Link to={`?annul=${key}#annul`}>{t('honours.annul')}</Link>,
        },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      empty={t('honours.none')}
    />
  )
}

export function HonourForm({ result, mutationId }: { readonly result: FormResult | undefined; readonly mutationId: string }) {
  const t = useText('rating')
  const form = useFormState({
    result,
    labels: {
      uscc: t('honours.uscc'),
      level: t('honours.level'),
      title: t('honours.name'),
      awardedBy: t('honours.awardedBy'),
      documentNumber: t('honours.documentNumber'),
      awardedOn: t('honours.awardedOn'),
    },
  })
  return (
    <Sheet title={t('honours.record')}>
      <FormFrame form={form} mutationId={mutationId}>
        <TextField {...form.field('uscc')} width="code" maxLength={20} spellCheck={false} />
        <SelectField
          {...form.field('level')}
          options={honourLevels.map((level) => ({ value: level, label: t(`parts.${level}`) }))}
          empty={t('honours.choose')}
        />
        <TextField {...form.field('title')} maxLength={100} />
        <TextField {...form.field('awardedBy')} maxLength={100} />
        <TextField {...form.field('documentNumber')} maxLength={60} />
        <DateField {...form.field('awardedOn')} />
        <SubmitButton name="intent" value="RECORD">
          {t('honours.recordButton')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
