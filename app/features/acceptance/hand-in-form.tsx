import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { CaseData } from './documents.server.ts'

/** Files for a material: scanned at the counter, or sent by the applicant. What still lacks anything is chosen first. */
export function HandInForm({
  of,
  mutationId,
  result,
}: {
  readonly of: Pick<CaseData, 'version' | 'materials'>
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('intake')
  const { language } = usePage()
  const next = of.materials.find(({ files, presence, deliverable }) => files.length === 0 && !deliverable && presence !== 'PRESENT')
  const form = useFormState({
    result,
    labels: { seq: t('handIn.material'), files: t('handIn.files') },
    defaults: { seq: next?.material.seq },
  })
  const options = of.materials.map(({ material }) => ({
    value: String(material.seq),
    label: `${material.seq}. ${nameIn(language, material)}`,
  }))
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      <input type="hidden" name="version" value={of.version} />
      <SelectField {...form.field('seq')} empty={t('handIn.choose')} options={options} />
      <FileField {...form.field('files')} hint={t('handIn.filesHint')} isMultiple />
      <SubmitButton name="intent" value="HAND_IN" look="ghost">
        {t('handIn.submit')}
      </SubmitButton>
    </FormFrame>
  )
}
