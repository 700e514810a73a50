import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { PoolData } from './preselection-documents.server.ts'

type Intent = 'ADMIT' | 'REMOVE' | 'CLOSE'
interface StepProps {
  readonly pool: PoolData
  readonly result: FormResult | undefined
  readonly mutationId: string
}

/** What the keeper of an open pool can do; each form keeps its own input when it is refused. */
export function KeeperForms({
  pool,
  result,
  mutationIds,
}: {
  readonly pool: PoolData
  readonly result: FormResult | undefined
  readonly mutationIds: Readonly<Record<Intent, string>>
}) {
  const of = (intent: Intent) => ({
    pool,
    result: result?.values['intent']?.[0] === intent ? result : undefined,
    mutationId: mutationIds[intent],
  })
  return (
    <>
      <AdmitForm {...of('ADMIT')} />
      {pool.members.some(({ leftAt }) => leftAt === null) && <RemoveForm {...of('REMOVE')} />}
      <CloseForm {...of('CLOSE')} />
    </>
  )
}

function AdmitForm({ result, mutationId }: StepProps) {
  const t = useText('preselection')
  const form = useFormState({ result, labels: { uscc: t('office.fields.uscc'), reasons: t('office.fields.reasons') } })
  return (
    <Sheet title={t('office.admit')}>
      <p>{t('office.admitLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <TextField {...form.field('uscc')} width="code" maxLength={40} />
        <TextAreaField {...form.field('reasons')} rows={3} maxLength={2000} />
        <SubmitButton name="intent" value="ADMIT">
          {t('office.admitButton')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}

function RemoveForm({ pool, result, mutationId }: StepProps) {
  const t = useText('preselection')
  const form = useFormState({ result, labels: { uscc: t('members.name'), reasons: t('office.fields.reasons') } })
  const options = pool.members.flatMap(({ uscc, name, leftAt }) => (leftAt === null ? [{ value: uscc, label: `${name} ${uscc}` }] : []))
  return (
    <Sheet title={t('office.remove')}>
      <p>{t('office.removeLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <SelectField {...form.field('uscc')} options={options} empty={t('office.chooseFirm')} />
        <TextAreaField {...form.field('reasons')} rows={3} maxLength={2000} />
        <SubmitButton name="intent" value="REMOVE" look="danger">
          {t('office.removeButton')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}

function CloseForm({ pool, result, mutationId }: StepProps) {
  const t = useText('preselection')
  const form = useFormState({ result, labels: { reasons: t('office.fields.reasons') } })
  return (
    <Sheet title={t('office.close')}>
      <p>{t('office.closeLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="version" value={pool.version} />
        <TextAreaField {...form.field('reasons')} rows={3} maxLength={2000} />
        <SubmitButton name="intent" value="CLOSE" look="danger">
          {t('office.closeButton')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
