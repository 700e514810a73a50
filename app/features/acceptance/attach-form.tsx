import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { CaseData } from './documents.server.ts'

/** An accepted result of the applicant's as a material of the case: the officer takes it in, the applicant offers it. */
export function AttachForm({
  of,
  mutationId,
  result,
  side,
}: {
  readonly of: Pick<CaseData, 'version' | 'attachable' | 'materials'>
  readonly mutationId: string
  readonly result: FormResult | undefined
  readonly side: 'agency' | 'owner'
}) {
  const t = useText('contracts')
  const choose = useText('engagements')
  const { language } = usePage()
  const form = useFormState({ result, labels: { result: t('attach.pick') } })
  const materialOf = (seq: number) => of.materials.find(({ material }) => material.seq === seq)?.material
  const options = of.attachable.map(({ seq, engagementNumber: number, intermediaryName: firm, deliverableVersion: version }) => {
    const material = materialOf(seq)
    return {
      value: `${seq} ${number}`,
      label: t('attach.option', { seq, number, firm, version, material: material ? nameIn(language, material) : '' }),
    }
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p className="small mute">{t(side === 'agency' ? 'attach.lead' : 'attach.leadOwner')}</p>
      <input type="hidden" name="version" value={of.version} />
      <input type="hidden" name="intent" value="ATTACH" />
      <SelectField {...form.field('result')} empty={choose('choose.divisionEmpty')} options={options} />
      <SubmitButton look="ghost">{t(side === 'agency' ? 'attach.submit' : 'attach.offer')}</SubmitButton>
    </FormFrame>
  )
}
