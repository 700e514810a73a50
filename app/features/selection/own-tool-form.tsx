import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { QuoteDesk } from './quote-documents.server.ts'

/** For whoever trusts neither our scripts nor our server: the text to seal, the two commands, and a field for what comes out. */
export function OwnToolForm({
  desk,
  mutationId,
  result,
}: {
  readonly desk: QuoteDesk
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('sealing')
  const form = useFormState({ result: isOfOwnTool(result) ? result : undefined, labels: { ciphertext: t('ciphertext') } })
  const { selectionNumber, uscc, supervisorRecipient, platformRecipient } = desk
  const text = `{"feeFen":1500000,"nonce":"${t('nonce')}","plan":"…","selection":"${selectionNumber}","uscc":"${uscc}","workingDays":20}`
  const command = `age -r ${supervisorRecipient} quote.json | age -a -r ${platformRecipient} > quote.age`
  return (
    <>
      <p>{t('ownToolText')}</p>
      <p>
        <code className="code break-all">{text}</code>
      </p>
      <p>
        <code className="code break-all">{command}</code>
      </p>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="tool" value="own" />
        <TextAreaField {...form.field('ciphertext')} rows={6} hint={t('ciphertextHint')} />
        <SubmitButton look="ghost">{t('sendOwn')}</SubmitButton>
      </FormFrame>
    </>
  )
}

/** Whether an answer is to this form, not to the one above it. */
export const isOfOwnTool = (result: FormResult | undefined): boolean => result?.values['tool'] !== undefined
