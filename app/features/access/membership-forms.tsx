import type { Role } from '#domain/access/role.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { AccountRow, OrganisationRow } from './administration-documents.server.ts'
import { resultOfIntent } from './result-of-intent.ts'

/** The roles of a membership, and its end. */
export function MembershipForms({
  membership,
  mutationId,
  result,
}: {
  readonly membership: AccountRow['memberships'][number]
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('administration')
  const roleChoices = useRoleChoices()
  const { organisation, roles, version } = membership
  const change = useFormState({
    result: resultOfIntent(result, 'changeRoles'),
    labels: { roles: t('accounts.roles') },
    defaults: { roles },
  })
  const revoke = useFormState({ result: resultOfIntent(result, 'revoke'), labels: {} })
  const named = (
    <>
      <input type="hidden" name="organisationId" value={organisation.organisationId} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  return (
    <div className="grid gap-6">
      <FormFrame form={change} mutationId={mutationId}>
        {named}
        <CheckboxField {...change.field('roles')} choices={roleChoices(organisation.roles)} />
        <SubmitButton name="intent" value="changeRoles">
          {t('accounts.saveRoles')}
        </SubmitButton>
      </FormFrame>
      <FormFrame form={revoke}>
        {named}
        <p className="small">{t('accounts.revokeText')}</p>
        <SubmitButton look="danger" name="intent" value="revoke">
          {t('accounts.revoke')}
        </SubmitButton>
      </FormFrame>
    </div>
  )
}

/** An organisation to act for, and as what: for an account that acts for nobody. */
export function GrantForm({
  organisations,
  mutationId,
  result,
}: {
  readonly organisations: readonly OrganisationRow[]
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('administration')
  const form = useFormState({ result: resultOfIntent(result, 'grant'), labels: useMemberLabels() })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <OrganisationAndRoles form={form} organisations={organisations} />
      <SubmitButton name="intent" value="grant">
        {t('accounts.grant')}
      </SubmitButton>
    </FormFrame>
  )
}

type MemberForm = ReturnType<typeof useFormState<'organisationId' | 'roles'>>

/** Offers every role that any of the organisations may have; the server refuses what doesn't fit the one chosen. */
export function OrganisationAndRoles({
  form,
  organisations,
}: {
  readonly form: Pick<MemberForm, 'field'>
  readonly organisations: readonly OrganisationRow[]
}) {
  const t = useText('administration')
  const roleChoices = useRoleChoices()
  const { language } = usePage()
  return (
    <>
      <SelectField
        {...form.field('organisationId')}
        hint={t('accounts.organisationHint')}
        options={organisations.map(({ organisationId, nameZh, nameEn }) => ({
          value: organisationId,
          label: language === 'en' ? (nameEn ?? nameZh) : nameZh,
        }))}
      />
      <CheckboxField
        {...form.field('roles')}
        hint={t('accounts.rolesHint')}
        choices={roleChoices([...new Set(organisations.flatMap(({ roles }) => roles))])}
      />
    </>
  )
}

export function useMemberLabels() {
  const t = useText('administration')
  return { organisationId: t('accounts.organisation'), roles: t('accounts.roles') }
}

function useRoleChoices() {
  const t = useText('access')
  return (roles: readonly Role[]) => roles.map((role) => ({ value: role, label: t(`role.${role}`) }))
}
