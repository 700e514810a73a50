import type { LoaderFunctionArgs } from '@remix-run/node'
import { TableLinks } from '#app/features/bulk/table-links.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await serverText(request, 'bulk')
  return { title: t('openData.title') }
}

/** 开放数据: what is public anyway, as tables. */
export default function OpenData() {
  const t = useText('bulk')
  const common = useText('common')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={t('openData.title')} />
      <PageHeading title={t('openData.title')} lead={t('openData.lead')} />
      <TableLinks />
      <p>
        <a href="/graphql">{t('openData.api')}</a>
      </p>
    </>
  )
}
