import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import type { Role } from '#domain/access/role.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

interface Holder {
  readonly organisationId: string
  readonly nameZh: string
  readonly nameEn: string | null
  readonly roles: readonly Role[]
  readonly officers: readonly { readonly userId: string; readonly name: string }[]
}

/** A new key. Offers every role that any of the organisations may have; the server refuses what doesn't fit the one chosen. */
export function IssueKeyForm({
  holders,
  usualEndOn,
  mutationId,
  result,
}: {
  readonly holders: readonly Holder[]
  readonly usualEndOn: string
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('keys')
  const tAccess = useText('access')
  const { language } = usePage()
  const labels = {
    name: t('name'),
    organisationId: t('organisation'),
    roles: t('roles'),
    responsibleUserId: t('responsible'),
    expiresOn: t('expiresOn'),
  }
  const defaults = { organisationId: holders[0]?.organisationId, expiresOn: usualEndOn }
  const form = useFormState({ result, labels, defaults })
  const roles = [...new Set(holders.flatMap((holder) => holder.roles))]
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="intent" value="issue" />
      <TextField {...form.field('name')} hint={t('nameHint')} maxLength={100} />
      <SelectField
        {...form.field('organisationId')}
        options={holders.map(({ organisationId, nameZh, nameEn }) => ({
          value: organisationId,
          label: language === 'en' ? (nameEn ?? nameZh) : nameZh,
        }))}
      />
      <CheckboxField {...form.field('roles')} choices={roles.map((role) => ({ value: role, label: tAccess(`role.${role}`) }))} />
      <SelectField
        {...form.field('responsibleUserId')}
        hint={t('responsibleHint')}
        empty={t('nobodyAnswers')}
        options={holders.flatMap(({ nameZh, officers }) =>
          officers.map(({ userId, name }) => ({
            value: userId,
            label: holders.length > 1 ? `${name}（${nameZh}）` : name,
          })),
        )}
      />
      <DateField {...form.field('expiresOn')} hint={t('expiresHint')} />
      <SubmitButton>{t('issue')}</SubmitButton>
    </FormFrame>
  )
}
