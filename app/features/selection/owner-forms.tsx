import type { ReactNode } from 'react'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { CheckboxField, RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { ClarificationView } from './clarification-list.tsx'
import { TimesFields, timesLabels } from './times-fields.tsx'

export interface StepFormProps {
  readonly version: number
  readonly mutationId: string | undefined
  readonly result: FormResult | undefined
}

/** The version that was looked at travels with every step. */
const Version = ({ version }: { readonly version: number }) => <input type="hidden" name="version" value={version} />

/** The times, and the owner's own yes to announce: for a draft, and once more after a failed round. */
export function AnnounceForm({
  intent,
  isQuoted,
  minimumWorkingDays,
  version,
  mutationId,
  result,
}: StepFormProps & { readonly intent: 'ANNOUNCE' | 'RE_ANNOUNCE'; readonly isQuoted: boolean; readonly minimumWorkingDays: number }) {
  const t = useText('selection')
  const form = useFormState<string>({ result, labels: { ...timesLabels(t), confirm: t('mine.announceConfirmLabel') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <Version version={version} />
      <TimesFields form={form} isQuoted={isQuoted} minimumWorkingDays={minimumWorkingDays} />
      <CheckboxField {...form.field('confirm')} choices={[{ value: 'yes', label: t('mine.announceConfirm') }]} />
      <p className="small mute">{t('mine.announcesWith')}</p>
      <SubmitButton name="intent" value={intent}>
        {t(intent === 'ANNOUNCE' ? 'mine.announce' : 'mine.reAnnounceSubmit')}
      </SubmitButton>
    </FormFrame>
  )
}

/** One question with the field for its public answer. */
export function AnswerForm({
  of,
  mutationId,
  result,
}: {
  readonly of: ClarificationView
  readonly mutationId: string | undefined
  readonly result: FormResult | undefined
}) {
  const t = useText('selection')
  const form = useFormState({ result, labels: { answer: t('clarifications.answerLabel') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p className="whitespace-pre-line">
        <b>{t('clarifications.question')}</b> {of.question}
      </p>
      <input type="hidden" name="key" value={of.key} />
      <TextAreaField {...form.field('answer')} hint={t('clarifications.answerHint')} rows={4} maxLength={5000} />
      <SubmitButton name="intent" value="ANSWER">
        {t('clarifications.sendAnswer')}
      </SubmitButton>
    </FormFrame>
  )
}

/** One of those drawn, with the reasons for it. */
export function PickForm({
  choices,
  version,
  mutationId,
  result,
}: StepFormProps & { readonly choices: readonly { readonly value: string; readonly label: ReactNode; readonly detail?: ReactNode }[] }) {
  const t = useText('selection')
  const form = useFormState({ result, labels: { signUpKey: t('mine.pick'), reasons: t('mine.pickReasons') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p>{t('mine.pickLead')}</p>
      <Version version={version} />
      <RadioField {...form.field('signUpKey')} choices={choices} />
      <TextAreaField {...form.field('reasons')} rows={4} maxLength={4000} />
      <SubmitButton name="intent" value="PICK">
        {t('mine.pickSubmit')}
      </SubmitButton>
    </FormFrame>
  )
}

/** The end of a selection by its owner. */
export function CancelForm({ version, mutationId, result }: StepFormProps) {
  const t = useText('selection')
  const form = useFormState({ result, labels: { reasons: t('mine.cancelReasons') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p>{t('mine.cancelLead')}</p>
      <Version version={version} />
      <TextAreaField {...form.field('reasons')} rows={3} maxLength={2000} />
      <SubmitButton name="intent" value="CANCEL" look="danger">
        {t('mine.cancelSubmit')}
      </SubmitButton>
    </FormFrame>
  )
}
