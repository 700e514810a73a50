import { Form, Link } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import { shortFen } from '#app/features/intermediaries/format-fee.ts'
import { choiceAddress } from '#app/features/intermediaries/offer-list.tsx'
import { useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { FeeBox } from './fee-spread.tsx'
import { feeSentence, sizeWords } from './fee-words.ts'
import type { QuotesView } from './load-quotes.server.ts'

type Quote = NonNullable<QuotesView['quotes']>['quotes'][number]

/** 收费计算: a form that only asks, so that its answer has an address; the lowest fee first, nobody's place can be bought. */
export function FeeCalculator({ code, view }: { readonly code: string; readonly view: QuotesView }) {
  const t = useText('fees')
  const { typed, unit, quotes, divisions } = view
  const field = (name: string, label: string, value: string, error?: string) => ({
    ...{ id: `calculator-${name}`, name, label, value, values: [value], error },
  })
  return (
    <>
      <p>{t(unit ? 'calculator.lead' : 'calculator.leadFixed')}</p>
      <Form method="get" action={`/catalogue/${code}#calculator`} className="form" noValidate>
        {unit && (
          <TextField
            {...field('size', t(`sizeLabel.${unit}`), typed.size, view.sizeError)}
            width="number"
            inputMode="decimal"
            unit={t(`unit.${unit}`)}
          />
        )}
        <SelectField
          {...field('division', t('calculator.division'), typed.division, view.divisionError)}
          empty={t('calculator.anywhere')}
          options={divisions}
        />
        <button type="submit" className="btn btn-primary">
          {t('calculator.submit')}
        </button>
      </Form>
      {quotes && <Quotes code={code} view={view} quotes={quotes} />}
    </>
  )
}

function Quotes({
  code,
  view: { typed },
  quotes: { quotes, size, unit, total, seed, page, pageCount, five },
}: {
  readonly code: string
  readonly view: QuotesView
  readonly quotes: NonNullable<QuotesView['quotes']>
}) {
  const t = useText('fees')
  const asked = size === null || unit === null ? null : sizeWords(size, unit, t)
  const pageTo = (number: number) =>
    `?${new URLSearchParams({ ...(unit ? { size: typed.size } : {}), division: typed.division, page: String(number) })}#calculator`
  return (
    <>
      {five && five.count > 1 && (
        <>
          <p>
            {t('calculator.five', {
              count: five.count,
              lower: shortFen(five.lowerQuartileFen),
              median: shortFen(five.medianFen),
              upper: shortFen(five.upperQuartileFen),
            })}
          </p>
          <FeeBox five={five} />
        </>
      )}
      {total > 0 && <p className="order-note">{t('calculator.total', { count: total, seed })}</p>}
      <DataTable<Quote>
        caption={asked === null ? t('calculator.resultsFixed') : t('calculator.results', { size: asked })}
        rows={quotes}
        rowKey={({ uscc }) => uscc}
        empty={t('calculator.none')}
        columns={[
          {
            key: 'name',
            title: t('calculator.institution'),
            cell: ({ uscc, name, feeSchedule }) => (
              <>
                <Link to={`/intermediaries/${uscc}`}>{name}</Link>
                <div className="small mute cell-note">{feeSentence(feeSchedule, t)}</div>
              </>
            ),
          },
          {
            key: 'fee',
            title: t('calculator.fee'),
            isNumber: true,
            cell: ({ feeFen }) => (feeFen === null ? t('calculator.noFee') : <b>{formatFen(feeFen)}</b>),
          },
          {
            key: 'days',
            title: t('calculator.days'),
            isNumber: true,
            cell: ({ promisedWorkingDays }) => t('calculator.daysValue', { days: promisedWorkingDays }),
          },
          { key: 'choose', title: t('calculator.choose'), cell: (quote) => <ChooseOrWhyNot code={code} quote={quote} size={size} /> },
        ]}
      />
      <Pagination previous={page > 1 ? pageTo(page - 1) : undefined} next={page < pageCount ? pageTo(page + 1) : undefined} />
    </>
  )
}

function ChooseOrWhyNot({ code, quote, size }: { readonly code: string; readonly quote: Quote; readonly size: number | null }) {
  const t = useText('fees')
  const engagements = useText('engagements')
  const form = useText('form')
  if (quote.refusal) return <span className="small">{refusalText(quote.refusal, engagements, form)}</span>
  const to = `${choiceAddress(quote.uscc, code)}${size === null ? '' : `&size=${size}`}`
  return (
    <Link className="btn btn-ghost btn-small" to={to} aria-label={t('calculator.chooseOf', { name: quote.name })}>
      {t('calculator.choose')}
    </Link>
  )
}
