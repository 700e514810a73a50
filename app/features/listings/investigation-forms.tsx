import { ServiceMethodField } from '#app/features/procedures/service-method-field.tsx'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { nameIn } from './name-in.ts'
import { StepFrame } from './step-frame.tsx'
import type { StepFormProps } from './step-frame.tsx'

/** The forms of investigation, joinder and service. */
export const investigationForms = {
  ADD_RECORD: RecordForm,
  ADD_EVIDENCE: EvidenceForm,
  JOIN_PARTY: JoinForm,
  EXTEND_INVESTIGATION: ExtendForm,
  RECORD_SERVICE: ServiceForm,
} as const

function RecordForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({
    result,
    labels: {
      kind: t('step.ADD_RECORD.kind'),
      takenAt: t('step.ADD_RECORD.takenAt'),
      place: t('step.ADD_RECORD.place'),
      counterpart: t('step.ADD_RECORD.counterpart'),
      secondOfficer: t('step.ADD_RECORD.secondOfficer'),
      text: t('step.ADD_RECORD.record'),
    },
    defaults: { kind: 'INTERVIEW' },
  })
  const kinds = (['INTERVIEW', 'INSPECTION', 'DOCUMENT_REQUEST'] as const).map((value) => ({
    value,
    label: t(`step.ADD_RECORD.kinds.${value}`),
  }))
  return (
    <StepFrame {...props} step="ADD_RECORD" form={form} look="ghost">
      <SelectField {...form.field('kind')} options={kinds} />
      <TextField {...form.field('takenAt')} type="datetime-local" width="code" />
      <TextField {...form.field('place')} />
      <TextField {...form.field('counterpart')} />
      <TextField {...form.field('secondOfficer')} width="code" />
      <TextAreaField {...form.field('text')} rows={8} />
    </StepFrame>
  )
}

function EvidenceForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { evidence: t('step.ADD_EVIDENCE.evidence') } })
  return (
    <StepFrame {...props} step="ADD_EVIDENCE" form={form} look="ghost" hasFiles>
      <FileField {...form.field('evidence')} hint={t('report.evidenceHint')} accept=".pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx" isMultiple />
    </StepFrame>
  )
}

function JoinForm({ result, violations, ...props }: StepFormProps) {
  const t = useText('listings')
  const { language } = usePage()
  const form = useFormState({
    result,
    labels: {
      party: t('step.JOIN_PARTY.party'),
      uscc: t('step.JOIN_PARTY.uscc'),
      violationCode: t('step.JOIN_PARTY.violationCode'),
    },
  })
  const parties = props.of.joinable.map(({ uscc, practitionerId, name }) => ({
    value: practitionerId ? `${uscc}/${practitionerId}` : uscc,
    label: name,
  }))
  const codes = violations.map((one) => ({ value: one.code, label: `${one.code} ${nameIn(language, one)}` }))
  return (
    <StepFrame {...props} step="JOIN_PARTY" form={form} look="ghost">
      <SelectField {...form.field('party')} empty={t('step.JOIN_PARTY.elsewhere')} options={parties} isOptional />
      <TextField {...form.field('uscc')} width="code" maxLength={30} isOptional />
      <SelectField {...form.field('violationCode')} empty={t('step.JOIN_PARTY.empty')} options={codes} />
    </StepFrame>
  )
}

function ExtendForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { reasons: t('step.EXTEND_INVESTIGATION.reasons') } })
  return (
    <StepFrame {...props} step="EXTEND_INVESTIGATION" form={form} look="ghost">
      <TextAreaField {...form.field('reasons')} rows={3} />
    </StepFrame>
  )
}

function ServiceForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({
    result,
    labels: { method: t('step.RECORD_SERVICE.method'), servedOn: t('step.RECORD_SERVICE.servedOn'), note: t('step.RECORD_SERVICE.note') },
    defaults: { method: 'IN_PERSON' },
  })
  return (
    <StepFrame {...props} step="RECORD_SERVICE" form={form}>
      <ServiceMethodField {...form.field('method')} />
      <DateField {...form.field('servedOn')} />
      <TextAreaField {...form.field('note')} rows={2} isOptional />
    </StepFrame>
  )
}
