import { Link } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import { FeeWords } from '#app/features/catalogue/fee-lines.tsx'
import { useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { Reasons } from '#app/ui/reasons.tsx'
import { OfferingHistory } from './offering-history.tsx'
import type { IntermediaryView, OfferView } from './load-intermediary.server.ts'

/** Where choosing this offer begins. */
export const choiceAddress = (uscc: string, itemCode: string): string =>
  `/owner/engagements/new?${new URLSearchParams({ uscc, item: itemCode })}`

/** 服务与收费: every offer with its own way to choose it, or the reason why not. */
export function OfferList({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  if (view.offers.length === 0) return <p>{t('page.offers.empty')}</p>
  const isAnyChoosable = view.offers.some(({ refusal }) => refusal === null)
  return (
    <>
      <ul className="offers">
        {view.offers.map((offer) => (
          <Offer key={offer.itemCode} uscc={view.uscc} offer={offer} isReasonShown={isAnyChoosable} />
        ))}
      </ul>
      <p className="small mute">{t('page.offers.note')}</p>
    </>
  )
}

/** `isReasonShown` is false where the page already says it for all offers. */
function Offer({ uscc, offer, isReasonShown }: { readonly uscc: string; readonly offer: OfferView; readonly isReasonShown: boolean }) {
  const t = useText('intermediaries')
  const engagements = useText('engagements')
  const form = useText('form')
  const fees = useText('fees')
  return (
    <li>
      <div>
        <h3>
          <Link to={`/catalogue/${offer.itemCode}`}>{offer.itemName}</Link>
        </h3>
        <ul className="facts">
          <li>{t('row.days', { days: offer.promisedWorkingDays })}</li>
          <li>{offer.divisions.join(t.language === 'en' ? ', ' : '、')}</li>
          <li>{t(`feeBasis.${offer.feeBasis}`)}</li>
        </ul>
        <div className="small mute">{offer.legalBasis}</div>
        {offer.feeSchedule.unit && (
          <div className="offer-fee">
            <FeeWords schedule={offer.feeSchedule} />
          </div>
        )}
        {offer.history.length > 1 && (
          <Reasons summary={fees('history.show', { count: offer.history.length })}>
            <OfferingHistory item={offer.itemName} versions={offer.history} />
          </Reasons>
        )}
        {offer.refusal && isReasonShown && <p className="small result-note">{refusalText(offer.refusal, engagements, form)}</p>}
      </div>
      <div className="offer-side">
        <div className="result-figure">{formatFen(offer.feeFen)}</div>
        {offer.feeSchedule.unit && offer.feeUnit && (
          <div className="small mute">{fees('words.size', { size: offer.referenceSize, unit: fees(`unit.${offer.feeUnit}`) })}</div>
        )}
        {offer.feeNote !== '' && <div className="small mute">{offer.feeNote}</div>}
        {offer.refusal === null ? (
          <Link
            className="btn btn-ghost btn-small"
            to={choiceAddress(uscc, offer.itemCode)}
            aria-label={t('page.chooseFor', { item: offer.itemName })}
          >
            {t('page.chooseShort')}
          </Link>
        ) : (
          <div className="small">{t('row.notChoosable')}</div>
        )}
      </div>
    </li>
  )
}
