import { nonAcceptanceGrounds } from '#domain/acceptance/non-acceptance.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

const outcomesOf = {
  FILED: ['WITHDRAWN', 'NOT_ACCEPTED'],
  CORRECTION_REQUESTED: ['WITHDRAWN', 'NOT_ACCEPTED'],
  ACCEPTED: ['DECIDED', 'REFUSED', 'WITHDRAWN'],
} as const
export type OpenState = keyof typeof outcomesOf
export const isOpenState = (state: string): state is OpenState => state in outcomesOf

/** How an open case can end, with its reason. */
export function CloseForm({
  state,
  version,
  mutationId,
  result,
}: {
  readonly state: OpenState
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('acceptance')
  const intake = useText('intake')
  const form = useFormState({ result, labels: { outcome: t('case.outcome'), ground: intake('close.ground'), reason: t('case.reason') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <RadioField {...form.field('outcome')} choices={outcomesOf[state].map((value) => ({ value, label: t(`case.outcomes.${value}`) }))} />
      {state !== 'ACCEPTED' && (
        <SelectField
          {...form.field('ground')}
          hint={intake('close.groundHint')}
          isOptional
          empty={intake('close.chooseGround')}
          options={nonAcceptanceGrounds.map((value) => ({ value, label: intake(`ground.${value}`) }))}
        />
      )}
      <TextAreaField {...form.field('reason')} rows={3} maxLength={2000} />
      <SubmitButton name="intent" value="CLOSE" look="ghost">
        {t('case.closeButton')}
      </SubmitButton>
    </FormFrame>
  )
}
