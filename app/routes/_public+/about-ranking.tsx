import type { LoaderFunctionArgs } from '@remix-run/node'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await serverText(request, 'ranking')
  return { title: t('title') }
}

/** 如何排序: the page that every list's order line leads to. */
export default function AboutRanking() {
  const t = useText('ranking')
  const common = useText('common')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="prose">
        <h2>{t('criteria.title')}</h2>
        <ol>
          <li>{t('criteria.relevance')}</li>
          <li>{t('criteria.chosen')}</li>
          <li>{t('criteria.tie')}</li>
        </ol>
        <h2 id="reading">{t('reading.title')}</h2>
        <p>{t('reading.lead')}</p>
        <ol>
          {(['code', 'words', 'initials', 'parts', 'similar'] as const).map((reading) => (
            <li key={reading}>{t(`reading.${reading}`)}</li>
          ))}
        </ol>
        <h2>{t('elsewhere.title')}</h2>
        <ul>
          {(['suggestions', 'comparison', 'estimate'] as const).map((place) => (
            <li key={place}>{t(`elsewhere.${place}`)}</li>
          ))}
        </ul>
        <h2 id="seed">{t('seed.title')}</h2>
        <p>{t('seed.text')}</p>
        <h2>{t('never.title')}</h2>
        <ul>
          <li>{t('never.pay')}</li>
          <li>{t('never.visits')}</li>
          <li>{t('never.list')}</li>
        </ul>
        <h2>{t('basis.title')}</h2>
        <p>{t('basis.text')}</p>
      </div>
    </>
  )
}
