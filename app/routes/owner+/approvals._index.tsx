import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CaseTable } from '#app/features/acceptance/case-table.tsx'
import { loadCases } from '#app/features/acceptance/load-cases.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'acceptance')
  return { title: t('case.mine'), ...(await loadCases(args, 'all')) }
}

export default function MyCases() {
  const { title, cases, links } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const intake = useText('intake')
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading
        title={title}
        actions={
          <>
            <ButtonLink to="/owner/approvals/new">{intake('draft.start')}</ButtonLink>
            <ButtonLink look="ghost" to="/owner/promises">
              {t('mine.title')}
            </ButtonLink>
          </>
        }
      />
      <CaseTable caption={title} rows={cases} toCase={(number) => `/owner/approvals/${number}`} empty={t('case.noCases')} />
      <Pagination {...links} />
    </>
  )
}
