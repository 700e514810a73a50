import { Link } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import { useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { IntermediaryView, OfferView } from './load-intermediary.server.ts'

/** Where choosing this offer begins. */
export const choiceAddress = (uscc: string, itemCode: string): string =>
  `/owner/engagements/new?${new URLSearchParams({ uscc, item: itemCode })}`

/** 服务与收费: every offer with its own way to choose it, or the reason why not. */
export function OffersTable({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  const engagements = useText('engagements')
  const form = useText('form')
  const separator = t.language === 'en' ? ', ' : '、'
  const columns = [
    {
      key: 'item',
      title: t('page.offers.item'),
      cell: (offer: OfferView) => (
        <>
          <Link to={`/catalogue/${offer.itemCode}`}>{offer.itemName}</Link>
          <div className="small mute">
            {offer.legalBasis} · {t(`feeBasis.${offer.feeBasis}`)}
          </div>
        </>
      ),
    },
    { key: 'divisions', title: t('page.offers.divisions'), cell: (offer: OfferView) => offer.divisions.join(separator) },
    {
      key: 'days',
      title: t('page.offers.days'),
      isNumber: true,
      cell: (offer: OfferView) => t('page.offers.daysValue', { days: offer.promisedWorkingDays }),
    },
    {
      key: 'fee',
      title: t('page.offers.fee'),
      isNumber: true,
      cell: (offer: OfferView) => (
        <>
          {formatFen(offer.feeFen)}
          {offer.feeNote !== '' && <div className="small mute">{offer.feeNote}</div>}
        </>
      ),
    },
    {
      key: 'choose',
      title: t('page.offers.choose'),
      cell: (offer: OfferView) =>
        offer.refusal === null ? (
          <Link to={choiceAddress(view.uscc, offer.itemCode)} aria-label={t('page.chooseFor', { item: offer.itemName })}>
            {t('page.chooseShort')}
          </Link>
        ) : (
          <span className="small">{refusalText(offer.refusal, engagements, form)}</span>
        ),
    },
  ]
  return (
    <>
      <DataTable
        caption={t('page.offers.title')}
        isCaptionHidden
        columns={columns}
        rows={view.offers}
        rowKey={(offer) => offer.itemCode}
        empty={t('page.offers.empty')}
      />
      <p className="small mute">{t('page.offers.note')}</p>
    </>
  )
}
