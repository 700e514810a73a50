import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { BidderOutcome } from '#domain/selection/ranking.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { AccountTabs } from '#app/features/intermediaries/account-tabs.tsx'
import { OwnSignUpsDocument } from '#app/features/selection/list-documents.server.ts'
import { outcomeTitle } from '#app/features/selection/outcome.tsx'
import { SelectionRow } from '#app/features/selection/selection-row.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  const { searchParams, search } = new URL(args.request.url)
  const { ownSignUps } = await runOperation(args, OwnSignUpsDocument, pageArguments(searchParams, 20))
  return {
    title: t('signUp.mine'),
    rows: ownSignUps.edges.map(({ node }) => node),
    links: pageLinks(search, ownSignUps.pageInfo),
  }
}

/** 我的报名: every selection taken part in, with what came of it. */
export default function OwnSignUps() {
  const { title, rows, links } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const engagements = useText('engagements')
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary', label: engagements('provider.title') }]} current={title} />
      <PageHeading
        title={title}
        lead={t('signUp.mineLead')}
        actions={<ButtonLink to="/intermediary/opportunities">{t('opportunities.title')}</ButtonLink>}
      />
      <AccountTabs />
      <h2 className="sr-only">{title}</h2>
      {rows.length === 0 && <p>{t('signUp.mineNone')}</p>}
      {rows.map((one) => {
        const outcome = one.ownSignUp?.outcome as BidderOutcome | null | undefined
        return (
          <SelectionRow
            key={one.number}
            of={one}
            to={`/intermediary/opportunities/${one.number}`}
            note={outcome ? outcomeTitle(outcome, t) : t(`signUp.state.${one.ownSignUp?.state ?? 'ACTIVE'}`)}
          />
        )
      })}
      <Pagination {...links} />
    </>
  )
}
