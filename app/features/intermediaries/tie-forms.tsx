import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { EntryChoices } from './entry-fields.tsx'
import { stepForms } from './entry-fields.tsx'

interface FormProps {
  readonly result: FormResult | undefined
  readonly mutationId: string
}

/** Declares a tie. */
export function DeclareTieForm({ result, mutationId, choices }: FormProps & { readonly choices: EntryChoices }) {
  const t = useText('upkeep')
  const words = useText('entry')
  const { Fields, labels } = stepForms.affiliations
  const form = useFormState<string>({ result, labels: { ...labels(words, 'declared.'), reasons: t('reasons') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <Fields form={form} at="declared." mask={null} choices={choices} statements={[]} ruleSetVersion="" />
      <SubmitButton name="intent" value="DECLARE">
        {t('send')}
      </SubmitButton>
    </FormFrame>
  )
}

/** Says that a tie has ended. */
export function EndTieForm({ result, mutationId, ties }: FormProps & { readonly ties: readonly { value: string; label: string }[] }) {
  const t = useText('upkeep')
  const form = useFormState({
    result,
    labels: { 'ended.affiliationId': t('affiliations.tie'), 'ended.untilOn': t('affiliations.lastOn'), reasons: t('reasons') },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <SelectField {...form.field('ended.affiliationId')} empty={t('choose')} options={ties} />
      <DateField {...form.field('ended.untilOn')} />
      <TextAreaField {...form.field('reasons')} hint={t('affiliations.endHint')} rows={2} isOptional />
      <SubmitButton name="intent" value="END" look="ghost">
        {t('affiliations.sendEnd')}
      </SubmitButton>
    </FormFrame>
  )
}

/** Denies a tie that the reform office recorded. */
export function ObjectToTieForm({ result, mutationId, ties }: FormProps & { readonly ties: readonly { value: string; label: string }[] }) {
  const t = useText('upkeep')
  const form = useFormState({ result, labels: { 'objected.affiliationId': t('affiliations.tie'), reasons: t('reasons') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <SelectField {...form.field('objected.affiliationId')} empty={t('choose')} options={ties} />
      <TextAreaField {...form.field('reasons')} hint={t('affiliations.objectHint')} rows={3} maxLength={2000} />
      <SubmitButton name="intent" value="OBJECT" look="ghost">
        {t('affiliations.sendObjection')}
      </SubmitButton>
    </FormFrame>
  )
}

/** The reform office records a tie that a firm did not declare. */
export function RecordTieForm({ result, mutationId, choices }: FormProps & { readonly choices: EntryChoices }) {
  const t = useText('upkeep')
  const words = useText('entry')
  const { Fields, labels } = stepForms.affiliations
  const form = useFormState<string>({
    result,
    labels: {
      uscc: t('affiliations.recordUscc'),
      ...labels(words, 'tie.'),
      reasons: t('affiliations.recordReasonsLabel'),
      evidence: t('affiliations.recordEvidenceLabel'),
    },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <TextField {...form.field('uscc')} width="code" maxLength={40} />
      <Fields form={form} at="tie." mask={null} choices={choices} statements={[]} ruleSetVersion="" />
      <TextAreaField {...form.field('reasons')} rows={3} maxLength={2000} />
      <TextAreaField {...form.field('evidence')} hint={t('affiliations.recordEvidenceHint')} rows={2} maxLength={1000} />
      <SubmitButton>{t('affiliations.sendRecord')}</SubmitButton>
    </FormFrame>
  )
}
