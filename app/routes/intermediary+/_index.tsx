import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
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
  return { title: t('provider.title'), ...(await loadMatters(args, 'INTERMEDIARY')) }
}

/** 本机构: what an intermediary has to deliver, and what concerns it. */
export default function MyInstitution() {
  const { title, engagements, links, cases } = useLoaderData<typeof loader>()
  const common = useText('common')
  const t = useText('engagements')
  const remedies = useText('remedies')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading
        title={title}
        lead={t('provider.lead')}
        actions={
          <>
            <ButtonLink to="/intermediary/credit">{t('provider.credit')}</ButtonLink>
            <ButtonLink to="/intermediary/remedies" look="ghost">
              {remedies('mine.title')}
            </ButtonLink>
          </>
        }
      />
      <Sheet title={t('provider.engagements')}>
        <EngagementTable rows={engagements} side="intermediary" empty={t('provider.none')} />
        <Pagination {...links} />
      </Sheet>
      {cases.length > 0 && (
        <Sheet title={t('mine.cases')}>
          <CaseTable rows={cases} toCase={(number) => `/intermediary/cases/${number}`} empty={t('mine.noCases')} />
        </Sheet>
      )}
    </>
  )
}
