import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { CommitmentData } from './documents.server.ts'

interface StepProps {
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}
type Items = CommitmentData['items']

/** Takes in promised materials. */
export function ReceiveForm({ items, version, mutationId, result }: StepProps & { readonly items: Items }) {
  const t = useText('acceptance')
  const { language } = usePage()
  const form = useFormState({
    result,
    labels: { materials: t('promises.receiveWhich') },
    defaults: { materials: items.map(({ seq }) => String(seq)) },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <CheckboxField
        {...form.field('materials')}
        hint={t('promises.receiveHint')}
        choices={items.map((item) => ({ value: String(item.seq), label: nameIn(language, item) }))}
      />
      <SubmitButton name="intent" value="RECEIVE">
        {t('promises.receiveButton')}
      </SubmitButton>
    </FormFrame>
  )
}

/** Rejects delivered materials on examination, with or without a second day. */
export function RejectForm({ items, version, mutationId, result }: StepProps & { readonly items: Items }) {
  const t = useText('acceptance')
  const { language } = usePage()
  const form = useFormState({
    result,
    labels: { materials: t('promises.rejectWhich'), reason: t('promises.rejectReason'), secondDueOn: t('promises.secondDueOn') },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <CheckboxField
        {...form.field('materials')}
        choices={items.map((item) => ({ value: String(item.seq), label: nameIn(language, item) }))}
      />
      <TextAreaField {...form.field('reason')} rows={2} maxLength={2000} />
      <DateField {...form.field('secondDueOn')} hint={t('promises.secondHint')} isOptional />
      <SubmitButton name="intent" value="REJECT" look="ghost">
        {t('promises.rejectButton')}
      </SubmitButton>
    </FormFrame>
  )
}

/** Found true on verification. */
export function ConfirmForm({ version, mutationId, result }: StepProps) {
  const t = useText('acceptance')
  const form = useFormState({ result, labels: { reason: t('promises.reason') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <TextAreaField {...form.field('reason')} rows={2} maxLength={2000} />
      <SubmitButton name="intent" value="CONFIRM">
        {t('promises.confirmButton')}
      </SubmitButton>
    </FormFrame>
  )
}

/** 延期: once, before the due day. */
export function ExtendForm({ latestOn, version, mutationId, result }: StepProps & { readonly latestOn: string | null }) {
  const t = useText('commitments')
  const { language } = usePage()
  const form = useFormState({ result, labels: { dueOn: t('extendTo'), reason: t('extendReason') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <p className="small mute">{t('extendLead', { latest: latestOn ? formatDay(latestOn, language) : '—' })}</p>
      <DateField {...form.field('dueOn')} />
      <TextAreaField {...form.field('reason')} rows={2} maxLength={2000} />
      <SubmitButton name="intent" value="EXTEND" look="ghost">
        {t('extendButton')}
      </SubmitButton>
    </FormFrame>
  )
}
