import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { CaseData } from './documents.server.ts'

/** What the applicant fills in; filing keeps it first, so that nothing typed gets lost. */
export function DraftForm({
  of,
  agencies,
  mutationId,
  result,
}: {
  readonly of: Pick<CaseData, 'version' | 'organisationId' | 'projectName' | 'projectCode' | 'materials'>
  readonly agencies: readonly { readonly organisationId: string; readonly nameZh: string; readonly nameEn: string | null }[]
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('intake')
  const { language } = usePage()
  const onPaper = of.materials.filter(({ presence }) => presence === 'PRESENT').map(({ material }) => String(material.seq))
  const form = useFormState({
    result,
    labels: {
      organisationId: t('draft.agency'),
      projectName: t('draft.project'),
      projectCode: t('facts.projectCode'),
      onPaper: t('draft.onPaper'),
    },
    defaults: { organisationId: of.organisationId, projectName: of.projectName, projectCode: of.projectCode, onPaper },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={of.version} />
      <SelectField
        {...form.field('organisationId')}
        options={agencies.map(({ organisationId, nameZh, nameEn }) => ({
          value: organisationId,
          label: nameIn(language, { nameZh, nameEn: nameEn ?? nameZh }),
        }))}
      />
      <TextField {...form.field('projectName')} maxLength={200} />
      <TextField {...form.field('projectCode')} isOptional hint={t('facts.projectCodeHint')} width="code" maxLength={60} />
      <CheckboxField
        {...form.field('onPaper')}
        isOptional
        choices={of.materials.map(({ material }) => ({
          value: String(material.seq),
          label: `${material.seq}. ${nameIn(language, material)}`,
        }))}
      />
      <div className="actions">
        <SubmitButton name="intent" value="SAVE" look="ghost">
          {t('draft.save')}
        </SubmitButton>
        <SubmitButton name="intent" value="FILE">
          {t('draft.file')}
        </SubmitButton>
      </div>
    </FormFrame>
  )
}
