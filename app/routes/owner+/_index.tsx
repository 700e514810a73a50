import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EngagementTable } from '#app/features/engagements/engagement-table.tsx'
import { loadMatters } from '#app/features/engagements/load-matters.server.ts'
import { CaseTable } from '#app/features/listings/case-table.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'engagements')
  return { title: t('mine.title'), ...(await loadMatters(args, 'OWNER')) }
}

/** 我的事项 of an applicant. */
export default function MyMatters() {
  const { title, engagements, links, cases } = useLoaderData<typeof loader>()
  const common = useText('common')
  const t = useText('engagements')
  const selection = useText('selection')
  const rating = useText('rating')
  const remedies = useText('remedies')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading title={title} lead={t('mine.lead')} actions={<ButtonLink to="/intermediaries">{t('mine.find')}</ButtonLink>} />
      <Sheet title={t('mine.engagements')}>
        <EngagementTable rows={engagements} side="owner" empty={t('mine.none')} />
        <Pagination {...links} />
      </Sheet>
      <Sheet title={selection('mine.title')}>
        <p>{selection('mine.lead')}</p>
        <p className="actions">
          <ButtonLink to="/owner/selections/new">{selection('mine.start')}</ButtonLink>
          <Link to="/owner/selections">{selection('mine.title')}</Link>
        </p>
      </Sheet>
      <Sheet title={t('mine.handling')}>
        <p className="actions">
          <Link to="/owner/approvals">{t('mine.approvals')}</Link>
          <Link to="/owner/promises">{t('mine.promises')}</Link>
          <Link to="/owner/remedies">{remedies('mine.title')}</Link>
          <Link to="/owner/demands">{t('mine.demands')}</Link>
          <Link to="/owner/credit">{rating('account.title')}</Link>
        </p>
      </Sheet>
      {cases.length > 0 && (
        <Sheet title={t('mine.cases')}>
          <CaseTable rows={cases} toCase={(number) => `/owner/cases/${number}`} empty={t('mine.noCases')} />
        </Sheet>
      )}
    </>
  )
}
