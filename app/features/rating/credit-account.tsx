import { Form, Link } from '@remix-run/react'
import { useFormState } from '#app/form-state.ts'
import { ObjectionMark } from '#app/features/remedies/objection-mark.tsx'
import { useText } from '#app/page-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { CreditEventRow } from './documents.server.ts'
import { ItemRatings } from './item-ratings.tsx'
import type { loadAccount } from './load-account.server.ts'
import { RatingHistory } from './rating-history.tsx'
import { RatingLines } from './rating-lines.tsx'

type Account = Awaited<ReturnType<typeof loadAccount>>

/** 信用账户: the rating as of any day with every line behind it, its course, and all that was ever recorded. `today` compares the days. */
export function CreditAccount({
  of,
  today,
  objectionsTo,
}: {
  readonly of: Account
  readonly today: string
  readonly objectionsTo: string
}) {
  const t = useText('rating')
  const { rating } = of
  const form = useFormState({
    result: of.problem === null ? undefined : { values: { asOf: [of.asOf] }, errors: { asOf: [of.problem] } },
    labels: { asOf: t('history.asOf') },
    defaults: { asOf: of.asOf },
  })
  return (
    <>
      {of.asOf !== '' && rating && (
        <NoticeBanner title={t('history.shownFor', { day: rating.asOf })} action={<Link to="?">{t('history.today')}</Link>} />
      )}
      {rating && <RatingLines of={rating} />}
      <Sheet title={t('history.asOf')}>
        <p className="small mute">{t('history.asOfLead')}</p>
        <Form method="get" className="form">
          <DateField {...form.field('asOf')} max={today} />
          <Button type="submit" look="ghost">
            {t('history.asOfButton')}
          </Button>
        </Form>
      </Sheet>
      {rating && (
        <Sheet title={t('history.title')}>
          <RatingHistory of={rating} />
        </Sheet>
      )}
      {rating && rating.items.length > 0 && (
        <Sheet title={t('items.title')}>
          <ItemRatings of={rating} />
        </Sheet>
      )}
      <Sheet title={t('account.events')}>
        <p className="small mute">{t('account.eventsLead')}</p>
        <EventTable rows={of.events} today={today} objectionsTo={objectionsTo} />
        <Pagination {...of.eventLinks} />
      </Sheet>
    </>
  )
}

function EventTable({
  rows,
  today,
  objectionsTo,
}: {
  readonly rows: readonly CreditEventRow[]
  readonly today: string
  readonly objectionsTo: string
}) {
  const t = useText('rating')
  const intermediaries = useText('intermediaries')
  const stateOf = ({ annulledOn, annulReason, countsFromOn, countsUntilOn }: CreditEventRow) => {
    if (annulledOn !== null) return t('account.annulled', { reason: annulReason ?? '' })
    if (today < countsFromOn) return t('account.coming')
    return countsUntilOn === null || today <= countsUntilOn ? t('account.counting') : t('account.over')
  }
  return (
    <DataTable
      caption={t('account.events')}
      isCaptionHidden
      columns={[
        {
          key: 'what',
          title: t('account.what'),
          cell: ({ kind, description }) => (
            <>
              <b>{intermediaries(`page.lines.${kind}`)}</b>
              <div className="small">{description}</div>
            </>
          ),
        },
        { key: 'points', title: t('account.points'), isNumber: true, cell: ({ points }) => points },
        { key: 'rule', title: t('account.rule'), cell: ({ clause }) => clause },
        {
          key: 'counts',
          title: t('account.counts'),
          cell: ({ countsFromOn: from, countsUntilOn: until }) =>
            until === null ? t('account.open', { from }) : t('account.span', { from, until }),
        },
        {
          key: 'state',
          title: t('account.state'),
          cell: (row) => (
            <>
              {stateOf(row)} <ObjectionMark fields={row.fieldsUnderObjection} />
            </>
          ),
        },
        {
          key: 'object',
          title: t('account.object'),
          cell: ({ key, annulledOn }) =>
            annulledOn === null && <Link to={`${objectionsTo}?target=CREDIT_EVENT&key=${key}`}>{t('account.object')}</Link>,
        },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      empty={t('account.none')}
    />
  )
}
