import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { OrganisationRow } from './administration-documents.server.ts'
import { bodyKinds } from './organisation-kinds.ts'

/** A public body: a new one, or what is known of `organisation`, whose kind stays. */
export function BodyForm({
  organisation,
  divisions,
  agencyKinds,
  publicBodies,
  mutationId,
  result,
}: {
  readonly organisation?: OrganisationRow
  readonly divisions: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[]
  readonly agencyKinds: readonly string[]
  /** What can stand above it. */
  readonly publicBodies: readonly { readonly organisationId: string; readonly nameZh: string; readonly nameEn: string | null }[]
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('administration')
  const { language } = usePage()
  const labels = {
    kind: t('organisations.kind'),
    nameZh: t('organisations.nameZh'),
    nameEn: t('organisations.nameEn'),
    divisionCode: t('organisations.division'),
    agencyKindZh: t('organisations.agencyKind'),
    superiorId: t('organisations.superior'),
  }
  const { kind = bodyKinds[0], nameZh, nameEn, division, agencyKindZh, superiorId } = organisation ?? {}
  const form = useFormState({ result, labels, defaults: { kind, nameZh, nameEn, divisionCode: division?.code, agencyKindZh, superiorId } })
  const superiors = publicBodies.filter(({ organisationId }) => organisationId !== organisation?.organisationId)
  return (
    <FormFrame form={form} mutationId={mutationId}>
      {organisation ? (
        <input type="hidden" name="version" value={organisation.version} />
      ) : (
        <SelectField {...form.field('kind')} options={bodyKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      )}
      <TextField {...form.field('nameZh')} maxLength={200} />
      <TextField {...form.field('nameEn')} maxLength={200} isOptional />
      <SelectField
        {...form.field('divisionCode')}
        options={divisions.map(({ code, nameZh: zh, nameEn: en }) => ({ value: code, label: `${language === 'en' ? en : zh} ${code}` }))}
      />
      <SelectField
        {...form.field('superiorId')}
        hint={t('organisations.superiorHint')}
        empty={t('organisations.noSuperior')}
        options={superiors.map((one) => ({
          value: one.organisationId,
          label: language === 'en' ? (one.nameEn ?? one.nameZh) : one.nameZh,
        }))}
        isOptional
      />
      <TextField {...form.field('agencyKindZh')} hint={t('organisations.agencyKindHint')} maxLength={200} isOptional />
      <details>
        <summary>{t('organisations.agencyKinds')}</summary>
        <p className="small" lang="zh-CN">
          {agencyKinds.join('；')}
        </p>
      </details>
      <SubmitButton>{organisation ? t('organisations.save') : t('organisations.create')}</SubmitButton>
    </FormFrame>
  )
}
