import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatFen } from '#domain/kernel/money.ts'
import { FeeWords } from '#app/features/catalogue/fee-lines.tsx'
import { sizeWords } from '#app/features/catalogue/fee-words.ts'
import { useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Day } from '#app/ui/day.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Grade } from './grade.tsx'
import { reasonsOf, signed } from './grade-reasons.tsx'
import { ListBadges } from './list-badges.tsx'
import type { Compared } from './load-comparison.server.ts'
import { choiceAddress } from './offer-list.tsx'

/** One property of all of them. */
export interface CompareRow {
  readonly label: string
  readonly cells: readonly ReactNode[]
  readonly isDifferent: boolean
}

/** How a property is shown, and what of it is compared. */
interface Property {
  readonly label: string
  readonly show: (one: Compared) => ReactNode
  readonly same: (one: Compared) => unknown
}

const useTexts = () => ({
  t: useText('search'),
  intermediaries: useText('intermediaries'),
  engagements: useText('engagements'),
  form: useText('form'),
  fees: useText('fees'),
})
type Texts = ReturnType<typeof useTexts>

/** The rows of the comparison for a service; without a service those that don't depend on one. */
export function useCompareRows(columns: readonly Compared[], itemCode: string | null): readonly CompareRow[] {
  const texts = useTexts()
  const properties = [...standingOf(texts), ...(itemCode === null ? [] : offerOf(texts, itemCode)), ...recordOf(texts)]
  return properties.map(({ label, show, same }) => ({
    label,
    cells: columns.map(show),
    isDifferent: new Set(columns.map((one) => JSON.stringify(same(one)))).size > 1,
  }))
}

/** Grade with its reasons, lists and restrictions. */
function standingOf({ t, intermediaries }: Texts): readonly Property[] {
  return [
    {
      label: t('compare.rows.grade'),
      same: ({ grade, standing }) => [grade, standing?.score ?? null],
      show: ({ grade, standing }) => (
        <>
          <Grade letter={grade} />
          <div className="num">
            {standing?.score == null
              ? t('compare.cells.noScore')
              : t('compare.cells.score', { score: Math.round(standing.score * 10) / 10 })}
          </div>
          {standing && standing.explanation.length > 0 && (
            <Reasons summary={t('compare.cells.why')}>
              <ul className="compare-reasons small">
                {reasonsOf(standing.explanation, intermediaries).map(({ key, text, rule, points }) => (
                  <li key={key}>
                    {text}
                    {points !== null && <b className="num"> {signed(points)}</b>} <span className="mute">{rule}</span>
                  </li>
                ))}
              </ul>
            </Reasons>
          )}
        </>
      ),
    },
    {
      label: t('compare.rows.lists'),
      same: ({ entries, suspendedUntil }) => [entries.map(({ list }) => list), suspendedUntil],
      show: ({ entries, suspendedUntil }) =>
        entries.length === 0 && suspendedUntil === null ? (
          t('compare.cells.nothingListed')
        ) : (
          <ListBadges entries={entries} suspendedUntil={suspendedUntil} hasDays />
        ),
    },
  ]
}

/** What is offered for the service: whether it can be chosen, fee, time, places, qualifications. */
function offerOf({ t, intermediaries, engagements, form, fees }: Texts, itemCode: string): readonly Property[] {
  const ofOffer = (label: string, same: (offer: Offer) => unknown, show: (offer: Offer, one: Compared) => ReactNode): Property => ({
    label,
    same: ({ offer }) => offer && same(offer),
    show: (one) => (one.offer ? show(one.offer, one) : t('compare.cells.notOffered')),
  })
  return [
    ofOffer(
      t('compare.rows.choosable'),
      ({ refusal }) => refusal,
      ({ refusal }, { uscc, name }) =>
        refusal ? (
          <span className="small">{refusalText(refusal, engagements, form)}</span>
        ) : (
          <>
            <Badge tone="ok">{t('compare.cells.canBeChosen')}</Badge>
            <div className="no-print">
              <Link to={choiceAddress(uscc, itemCode)}>
                {t('compare.cells.choose')}
                <span className="sr-only"> {name}</span>
              </Link>
            </div>
          </>
        ),
    ),
    ofOffer(
      t('compare.rows.fee'),
      ({ feeFen, feeNote, feeSchedule }) => [feeFen, feeNote, feeSchedule],
      ({ feeFen, feeNote, feeBasis, feeSchedule, feeUnit, referenceSize }) => (
        <>
          <b className="num">{formatFen(feeFen)}</b>
          {feeSchedule.unit && (
            <>
              {feeUnit && <div className="small">{t('compare.cells.atSize', { size: sizeWords(referenceSize, feeUnit, fees) })}</div>}
              <div className="small">
                <FeeWords schedule={feeSchedule} />
              </div>
            </>
          )}
          <div className="small mute">
            {intermediaries(`feeBasis.${feeBasis}`)}
            {feeNote !== '' && ` · ${feeNote}`}
          </div>
        </>
      ),
    ),
    ofOffer(
      t('compare.rows.days'),
      ({ days }) => days,
      ({ days }) => t('compare.cells.days', { days }),
    ),
    ofOffer(
      t('compare.rows.divisions'),
      ({ divisions }) => [...divisions].sort(),
      ({ divisions }) => divisions.join(t.language === 'en' ? ', ' : '、'),
    ),
    {
      label: t('compare.rows.qualifications'),
      same: ({ qualifications }) => qualifications.map(({ name, grade, validUntilOn }) => [name, grade, validUntilOn]),
      show: ({ qualifications, offer }) =>
        qualifications.length === 0 ? (
          t(offer && !offer.isQualificationRequired ? 'compare.cells.noQualification' : 'compare.cells.missingQualification')
        ) : (
          <ul className="plain-list small">
            {qualifications.map(({ certificateNo, name, grade, issuer, validUntilOn, status }) => (
              <li key={certificateNo}>
                {[name, grade].filter(Boolean).join(' · ')}{' '}
                <Badge tone={status === 'VALID' ? 'ok' : 'warn'}>{intermediaries(`page.qualifications.status.${status}`)}</Badge>
                <div className="mute">
                  {issuer} · {validUntilOn ? t('compare.cells.until', { until: validUntilOn }) : t('compare.cells.unlimited')}
                </div>
              </li>
            ))}
          </ul>
        ),
    },
  ]
}
type Offer = NonNullable<Compared['offer']>

/** What was done so far. */
function recordOf({ t }: Texts): readonly Property[] {
  return [
    {
      label: t('compare.rows.onTime'),
      same: ({ deliveredCount, deliveredOnTimeCount, engagementCount }) => [deliveredCount, deliveredOnTimeCount, engagementCount],
      show: ({ deliveredCount: delivered, deliveredOnTimeCount: onTime, engagementCount }) => (
        <>
          {delivered === 0
            ? t('compare.cells.noDelivery')
            : t('compare.cells.onTime', { onTime, delivered, percent: Math.round((onTime / delivered) * 100) })}
          {engagementCount > 0 && <div className="small mute">{t('compare.cells.engagements', { count: engagementCount })}</div>}
        </>
      ),
    },
    {
      label: t('compare.rows.reviews'),
      same: ({ reviewCount, reviewScore }) => [reviewCount, reviewScore],
      show: ({ reviewCount: count, reviewScore }) =>
        reviewScore === null
          ? t('compare.cells.noReviews')
          : t('compare.cells.reviews', { count, score: Math.round(reviewScore * 10) / 10 }),
    },
    { label: t('compare.rows.items'), same: ({ itemCount }) => itemCount, show: ({ itemCount }) => itemCount },
    {
      label: t('compare.rows.people'),
      same: ({ practitionerCount }) => practitionerCount,
      show: ({ practitionerCount }) => practitionerCount,
    },
    { label: t('compare.rows.listedOn'), same: ({ listedOn }) => listedOn, show: ({ listedOn }) => <Day on={listedOn} /> },
  ]
}
