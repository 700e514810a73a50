import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** What the form says; each publicity in its own words. */
type Word = 'objectLead' | 'text' | 'textHint' | 'name' | 'contact' | 'contactHint' | 'send'

/** For whoever objects during a publicity. */
export function ObjectionForm({
  words,
  result,
  mutationId,
  isNameOptional = false,
}: {
  readonly words: (word: Word) => string
  readonly result: FormResult | undefined
  readonly mutationId: string
  readonly isNameOptional?: boolean
}) {
  const form = useFormState({ result, labels: { text: words('text'), objectorName: words('name'), contact: words('contact') } })
  return (
    <>
      <p className="small mute">{words('objectLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <TextAreaField {...form.field('text')} hint={words('textHint')} rows={6} maxLength={4000} />
        <TextField {...form.field('objectorName')} autoComplete="name" maxLength={100} isOptional={isNameOptional} />
        <TextField {...form.field('contact')} hint={words('contactHint')} maxLength={200} isOptional={isNameOptional} />
        <SubmitButton>{words('send')}</SubmitButton>
      </FormFrame>
    </>
  )
}
