import type { FieldState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** What an agency may propose of an entry, in the order of the form. Written out, so that the page carries no schema. */
export const entryFields = [
  'nameZh',
  'nameEn',
  'approvalItemZh',
  'approvalItemEn',
  'approvingAgencyZh',
  'legalBasis',
  'isLegalBasisVerified',
  'basisNote',
  'source',
  'evidence',
  'qualificationZh',
  'isQualificationRequired',
  'deliverableZh',
  'selfPreparation',
  'timeLimitWorkingDays',
  'feeBasis',
  'feeNote',
  'feeUnit',
  'referenceSize',
  'feeCeiling',
  'isZoneAreaAssessed',
  'backgroundFields',
] as const
export type EntryField = (typeof entryFields)[number]

const units = ['PROJECT_COST', 'SQUARE_METRE', 'KILOMETRE', 'MU', 'VEHICLE', 'PIECE', 'PERSON', 'COPY'] as const

/** The entry field by field. */
export function EntryFields({ field }: { readonly field: (name: EntryField) => FieldState }) {
  const t = useText('catalogueChanges')
  const yesNo = [
    { value: 'yes', label: t('value.yes') },
    { value: 'no', label: t('value.no') },
  ]
  return (
    <fieldset>
      <legend className="field-label">{t('apply.content')}</legend>
      <p className="hint">{t('apply.contentHint')}</p>
      <TextField {...field('nameZh')} />
      <TextField {...field('nameEn')} />
      <TextField {...field('approvalItemZh')} />
      <TextField {...field('approvalItemEn')} />
      <TextField {...field('approvingAgencyZh')} />
      <TextAreaField {...field('legalBasis')} rows={3} />
      <RadioField {...field('isLegalBasisVerified')} choices={yesNo} />
      <TextAreaField {...field('basisNote')} rows={2} isOptional />
      <TextField {...field('source')} isOptional />
      <SelectField
        {...field('evidence')}
        options={(['F', 'E', 'B', 'D'] as const).map((value) => ({ value, label: t(`value.evidence.${value}`) }))}
      />
      <TextAreaField {...field('qualificationZh')} rows={2} isOptional />
      <RadioField {...field('isQualificationRequired')} choices={yesNo} />
      <TextField {...field('deliverableZh')} />
      <RadioField
        {...field('selfPreparation')}
        choices={(['YES', 'NO', 'UNKNOWN'] as const).map((value) => ({ value, label: t(`value.selfPreparation.${value}`) }))}
      />
      <TextField {...field('timeLimitWorkingDays')} inputMode="numeric" width="number" isOptional />
      <SelectField
        {...field('feeBasis')}
        options={(['GOVERNMENT_SET', 'GOVERNMENT_GUIDED', 'MARKET'] as const).map((value) => ({
          value,
          label: t(`value.feeBasis.${value}`),
        }))}
      />
      <TextAreaField {...field('feeNote')} rows={2} isOptional />
      <SelectField
        {...field('feeUnit')}
        empty={t('value.none')}
        options={units.map((value) => ({ value, label: t(`value.feeUnit.${value}`) }))}
        isOptional
      />
      <TextField {...field('referenceSize')} inputMode="numeric" width="number" />
      <TextField {...field('feeCeiling')} hint={t('apply.feeCeilingHint')} isOptional />
      <RadioField {...field('isZoneAreaAssessed')} choices={yesNo} />
      <TextField {...field('backgroundFields')} isOptional />
    </fieldset>
  )
}
