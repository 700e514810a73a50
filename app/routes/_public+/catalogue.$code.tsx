import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FeeCalculator } from '#app/features/catalogue/fee-calculator.tsx'
import { ceilingFacts } from '#app/features/catalogue/ceiling-facts.tsx'
import { FeeBands, FeeSpread } from '#app/features/catalogue/fee-spread.tsx'
import { loadCatalogueItem } from '#app/features/catalogue/load-catalogue.server.ts'
import type { CatalogueItemView } from '#app/features/catalogue/load-catalogue.server.ts'
import { ItemVersions } from '#app/features/catalogue/item-versions.tsx'
import { loadVersions } from '#app/features/catalogue/load-history.server.ts'
import { loadFeeQuotes } from '#app/features/catalogue/load-quotes.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const item = await loadCatalogueItem(args)
  const quotes = item.status === 'RETAINED' && item.offerCount > 0 ? await loadFeeQuotes(args, item.code) : null
  return { ...item, title: item.name, quotes, versions: await loadVersions(args, item.code) }
}

/** One entry of the catalogue: by which law, who offers it, for how much. */
export default function CatalogueItemPage() {
  const { quotes, versions, ...item } = useLoaderData<typeof loader>()
  const t = useText('catalogue')
  const common = useText('common')
  const fees = useText('fees')
  const isCancelled = item.status === 'CANCELLED'
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/', label: common('home') },
          isCancelled ? { to: '/catalogue/cancelled', label: t('cancelled.title') } : { to: '/catalogue', label: t('nav') },
        ]}
        current={item.name}
      />
      <PageHeading
        title={item.name}
        lead={<span className="code">{item.code}</span>}
        actions={
          !isCancelled &&
          item.offerCount > 0 && (
            <Link className="btn btn-primary" to={`/intermediaries?item=${item.code}`}>
              {t('item.find')}
            </Link>
          )
        }
      />
      {isCancelled && (
        <NoticeBanner tone="warn" title={t('item.cancelledTitle')}>
          <p>{t('item.cancelledText', { by: item.cancelledBy ?? '' })}</p>
          <p>{t('item.cancelledNext')}</p>
          <p>
            <Link to={`/owner/demands/new?item=${item.code}`}>{t('item.cancelledReport')}</Link>
          </p>
        </NoticeBanner>
      )}
      <div className="columns">
        <div>
          {!isCancelled && (
            <Sheet title={t('item.spread')}>
              {item.feeSpread ? (
                <>
                  <FeeSpread spread={item.feeSpread} unit={item.feeUnit} referenceSize={item.referenceSize} />
                  <FeeBands spread={item.feeSpread} />
                </>
              ) : (
                <p>{t('item.none')}</p>
              )}
              {item.offerCount > 0 && (
                <p>
                  <Link to={`/intermediaries?item=${item.code}`}>{t('item.findCount', { count: item.offerCount })}</Link>
                </p>
              )}
            </Sheet>
          )}
          {quotes && (
            <Sheet title={fees('calculator.title')} id="calculator">
              <FeeCalculator code={item.code} view={quotes} />
            </Sheet>
          )}
          <Sheet title={t('item.legalBasis')}>
            <Facts item={item} />
          </Sheet>
          <ItemVersions versions={versions} />
        </div>
        <aside>
          <Sheet title={t('item.demandedBy')}>
            {item.approvals.length === 0 ? (
              <p>{t('item.demandedNone')}</p>
            ) : (
              <ul className="plain-list">
                {item.approvals.map(({ code, name }) => (
                  <li key={code}>
                    <Link to={`/guides/${code}`}>{name}</Link>
                  </li>
                ))}
              </ul>
            )}
          </Sheet>
        </aside>
      </div>
    </>
  )
}

function Facts({ item }: { readonly item: CatalogueItemView }) {
  const t = useText('catalogue')
  const fees = useText('fees')
  const evidence = (['F', 'E', 'B', 'D'] as const).find((mark) => mark === item.evidence) ?? 'B'
  const verified = item.isLegalBasisVerified ? 'verified' : 'unverified'
  const isBackground = (...columns: string[]) => columns.some((column) => item.backgroundFields.includes(column))
  const marked = (term: string, ...columns: string[]) => (isBackground(...columns) ? `${term} *` : term)
  return (
    <>
      <p>{item.legalBasis}</p>
      <p className="small">
        <Badge tone={item.isLegalBasisVerified ? 'ok' : 'warn'}>{t(`item.${verified}.mark`)}</Badge> {t(`item.${verified}.text`)}
      </p>
      <DescriptionList
        items={[
          { term: t('item.evidence'), value: t(`item.evidenceMarks.${evidence}`) },
          ...(item.basisNote === '' ? [] : [{ term: t('item.basisNote'), value: item.basisNote }]),
          { term: t('item.approval'), value: item.approval },
          { term: t('item.agency'), value: item.approvingAgencyZh },
          {
            term: marked(t('item.qualification'), 'qualification_zh'),
            value: item.qualificationZh === '' ? t('item.qualificationNone') : item.qualificationZh,
          },
          {
            term: marked(t('item.fee'), 'fee_basis', 'fee_note'),
            value: item.feeNote.startsWith(t(`feeBasis.${item.feeBasis}`))
              ? item.feeNote
              : `${t(`feeBasis.${item.feeBasis}`)} · ${item.feeNote}`,
          },
          ...ceilingFacts(item, fees),
          { term: marked(t('item.deliverable'), 'deliverable_zh'), value: item.deliverableZh },
          { term: t('item.self'), value: t(`item.selfValues.${item.selfPreparation}`) },
        ]}
      />
      {item.isZoneAreaAssessed && <p className="small">{t('item.zone')}</p>}
      {item.backgroundFields.length > 0 && <p className="small mute">{t('item.background')}</p>}
    </>
  )
}
