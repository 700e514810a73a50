import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { AccountTabs } from '#app/features/intermediaries/account-tabs.tsx'
import { OpportunitiesDocument } from '#app/features/selection/list-documents.server.ts'
import { useReasonText } from '#app/features/selection/reason-text.ts'
import { SelectionRow } from '#app/features/selection/selection-row.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  const { searchParams, search } = new URL(args.request.url)
  const { opportunities } = await runOperation(args, OpportunitiesDocument, pageArguments(searchParams, 20))
  const rows = opportunities.edges.map(({ node }) => node)
  return {
    title: t('opportunities.title'),
    fit: rows.filter(({ ownObstacle, ownSignUp }) => ownObstacle === null || ownSignUp?.state === 'ACTIVE'),
    unfit: rows.filter(({ ownObstacle, ownSignUp }) => ownObstacle !== null && ownSignUp?.state !== 'ACTIVE'),
    links: pageLinks(search, opportunities.pageInfo),
  }
}

/** 可报名的选取: what the institution's own services fit, and what stands in the way of the rest. */
export default function Opportunities() {
  const { title, fit, unfit, links } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const engagements = useText('engagements')
  const reason = useReasonText()
  const to = (number: string) => `/intermediary/opportunities/${number}`
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary', label: engagements('provider.title') }]} current={title} />
      <PageHeading
        title={title}
        lead={t('opportunities.lead')}
        actions={
          <>
            <ButtonLink to="/intermediary/sign-ups">{t('opportunities.mine')}</ButtonLink>
            <ButtonLink look="ghost" to="/selections">
              {t('opportunities.all')}
            </ButtonLink>
          </>
        }
      />
      <AccountTabs />
      <Sheet title={t('opportunities.fit')}>
        {fit.length === 0 && <p>{t('opportunities.none')}</p>}
        {fit.map((one) => (
          <SelectionRow
            key={one.number}
            of={one}
            to={to(one.number)}
            note={one.ownSignUp?.state === 'ACTIVE' ? t('signUp.done') : undefined}
          />
        ))}
      </Sheet>
      {unfit.length > 0 && (
        <Sheet title={t('opportunities.unfit')}>
          {unfit.map((one) => (
            <SelectionRow key={one.number} of={one} to={to(one.number)} note={reason(one.ownObstacle)} />
          ))}
        </Sheet>
      )}
      <Pagination {...links} />
    </>
  )
}
