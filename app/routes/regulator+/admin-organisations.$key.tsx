import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountTable } from '#app/features/access/account-table.tsx'
import { BodyForm } from '#app/features/access/body-form.tsx'
import { loadOrganisation, updateBody } from '#app/features/access/organisations.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadOrganisation(args, args.params['key'] ?? '')

export const action = (args: ActionFunctionArgs) => updateBody(args, args.params['key'] ?? '')

/** One organisation: its members, and for a public body a form to correct it. */
export default function OrganisationPage() {
  const { title, organisation, members, links, agencyKinds, publicBodies, divisions, isSaved, clientMutationId } =
    useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('administration')
  const { language } = usePage()
  const { organisationId, kind, division, agencyKindZh, superiorId, isInRegister, version } = organisation
  const superior = publicBodies.find((one) => one.organisationId === superiorId)
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/admin-organisations', label: t('organisations.title') }]} current={title} />
      <PageHeading title={title} lead={organisation.nameEn && <span lang="en">{organisation.nameEn}</span>} />
      {isSaved && !result && <NoticeBanner title={t('organisations.saved')} tone="ok" isResult />}
      <DescriptionList
        items={[
          { term: t('organisations.kind'), value: t(`kind.${kind}`) },
          { term: t('organisations.division'), value: `${language === 'en' ? division.nameEn : division.nameZh} ${division.code}` },
          { term: t('organisations.agencyKind'), value: agencyKindZh ?? t('organisations.notGiven') },
          { term: t('organisations.superior'), value: superior?.nameZh ?? t('organisations.noSuperior') },
        ]}
      />
      <section className="mt-6">
        <h2>{t('organisations.membersTitle')}</h2>
        <p className="actions">
          <ButtonLink look="ghost" to={`/regulator/admin-users/new?organisation=${organisationId}`}>
            {t('organisations.addMember')}
          </ButtonLink>
        </p>
        <AccountTable caption={t('organisations.membersTitle')} rows={members} empty={t('organisations.noMembers')} />
        <Pagination {...links} />
      </section>
      <div className="mt-6">
        {isInRegister ? (
          <NoticeBanner title={t('organisations.inRegister')} />
        ) : (
          <Sheet title={t('organisations.edit')}>
            {/* What was saved shows in a form of its own version. */}
            <BodyForm key={version} {...{ organisation, divisions, agencyKinds, publicBodies, result }} mutationId={clientMutationId} />
          </Sheet>
        )}
      </div>
    </>
  )
}
