import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

/** Throws a draft away: folded, so that nobody does it by the way. */
export function DiscardForm({
  version,
  mutationId,
  result,
}: {
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('intake')
  const form = useFormState({ result, labels: {} })
  return (
    <Reasons summary={t('draft.discard')} isOpen={result !== undefined}>
      <FormFrame form={form} mutationId={mutationId}>
        <p className="small mute">{t('draft.discardText')}</p>
        <input type="hidden" name="version" value={version} />
        <SubmitButton name="intent" value="DISCARD" look="danger">
          {t('draft.discardButton')}
        </SubmitButton>
      </FormFrame>
    </Reasons>
  )
}
