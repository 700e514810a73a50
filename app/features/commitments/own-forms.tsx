import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { CommitmentData } from './documents.server.ts'

interface StepProps {
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}

/** Supplies one promised material online. */
export function UploadForm({ items, version, mutationId, result }: StepProps & { readonly items: CommitmentData['items'] }) {
  const t = useText('commitments')
  const { language } = usePage()
  const form = useFormState({
    result,
    labels: { material: t('uploadMaterial'), files: t('uploadFiles') },
    defaults: { material: String(items[0]?.seq ?? '') },
  })
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      <input type="hidden" name="version" value={version} />
      <p className="small mute">{t('uploadLead')}</p>
      <RadioField {...form.field('material')} choices={items.map((item) => ({ value: String(item.seq), label: nameIn(language, item) }))} />
      <FileField {...form.field('files')} hint={t('uploadFilesHint')} isMultiple />
      <SubmitButton name="intent" value="UPLOAD">
        {t('uploadButton')}
      </SubmitButton>
      <p className="small mute">{t('byResult')}</p>
    </FormFrame>
  )
}

/** Takes the promise back before the decision. */
export function WithdrawForm({ version, mutationId, result }: StepProps) {
  const t = useText('commitments')
  const form = useFormState({ result, labels: { reason: t('withdrawReason') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <p>{t('withdrawText')}</p>
      <TextAreaField {...form.field('reason')} rows={2} maxLength={2000} />
      <SubmitButton name="intent" value="WITHDRAW" look="danger">
        {t('withdrawButton')}
      </SubmitButton>
    </FormFrame>
  )
}

/** Says in the own account that the typed signature is one's own. */
export function SignatureForm({ signer, version, mutationId, result }: StepProps & { readonly signer: string }) {
  const t = useText('commitments')
  const form = useFormState({ result, labels: {} })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <p>{t('confirmSignatureText', { signer })}</p>
      <SubmitButton name="intent" value="SIGNATURE" look="ghost">
        {t('confirmSignatureButton')}
      </SubmitButton>
    </FormFrame>
  )
}
