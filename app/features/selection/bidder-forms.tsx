import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { ContributionField } from './contribution-field.tsx'

export interface BidderFormProps {
  readonly mutationId: string | undefined
  readonly result: FormResult | undefined
}

/** 报名: the team, the plan where it isn't sealed with a quote, a contribution to the draw, and the firm's own word. */
export function SignUpForm({
  practitioners,
  isQuoted,
  mutationId,
  result,
}: BidderFormProps & {
  readonly practitioners: readonly { readonly key: string; readonly name: string; readonly title: string }[]
  readonly isQuoted: boolean
}) {
  const t = useText('selection')
  const form = useFormState({
    result,
    labels: {
      practitionerKeys: t('signUp.team'),
      plan: t('signUp.plan'),
      contributionHash: t('signUp.contribution'),
      confirm: t('signUp.confirmLabel'),
    },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p>{t('signUp.lead')}</p>
      {practitioners.length === 0 && <p className="field-error">{t('signUp.noTeam')}</p>}
      <CheckboxField
        {...form.field('practitionerKeys')}
        hint={t('signUp.teamHint')}
        choices={practitioners.map(({ key, name, title }) => ({ value: key, label: `${name} · ${title}` }))}
      />
      {isQuoted ? (
        <p className="small mute mb-3">{t('signUp.planSealed')}</p>
      ) : (
        <TextAreaField {...form.field('plan')} hint={t('signUp.planHint')} rows={6} maxLength={20_000} isOptional />
      )}
      <ContributionField {...form.field('contributionHash')} />
      <CheckboxField {...form.field('confirm')} choices={[{ value: 'yes', label: t('signUp.confirm') }]} />
      <SubmitButton name="intent" value="SIGN_UP">
        {t('signUp.submit')}
      </SubmitButton>
    </FormFrame>
  )
}

/** 撤回报名, before the closing; no reasons are asked. */
export function WithdrawForm({ mutationId, result }: BidderFormProps) {
  const t = useText('selection')
  const form = useFormState({ result, labels: {} })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p>{t('signUp.withdrawLead')}</p>
      <SubmitButton name="intent" value="WITHDRAW" look="ghost">
        {t('signUp.withdrawSubmit')}
      </SubmitButton>
    </FormFrame>
  )
}

type OneTextIntent = 'STEP_BACK' | 'ASK' | 'OBJECT' | 'EXPLAIN' | 'REVEAL'

/** A step that takes one text: a question, an objection, reasons to step back, an explanation, a contribution. */
export function OneTextForm({
  intent,
  lead,
  label,
  hint,
  submit,
  look,
  hidden = {},
  mutationId,
  result,
}: BidderFormProps & {
  readonly intent: OneTextIntent
  readonly lead?: string
  readonly label: string
  readonly hint?: string
  readonly submit: string
  readonly look?: 'primary' | 'ghost' | 'danger'
  readonly hidden?: Readonly<Record<string, string | number>>
}) {
  const form = useFormState({ result, labels: { text: label } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      {lead && <p>{lead}</p>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField {...form.field('text')} hint={hint} rows={4} maxLength={4000} />
      <SubmitButton name="intent" value={intent} look={look}>
        {submit}
      </SubmitButton>
    </FormFrame>
  )
}
