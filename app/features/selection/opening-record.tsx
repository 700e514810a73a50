import { formatFen } from '#domain/kernel/money.ts'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useText } from '#app/page-context.tsx'
import { Code } from '#app/ui/code.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { useReasonText } from './reason-text.ts'

type Quote = OpeningTranscript['quotes'][number]

/** The seal of a selection's quotes, as its page tells it. */
export interface SealingView {
  readonly state: 'SEALED' | 'RELEASED' | 'OPENED' | 'ABANDONED'
  readonly supervisorName: string
  readonly releaseDueAt: string
  readonly openedAt: string | null
  readonly transcript: OpeningTranscript | null
}

/** Before the opening who holds the keys; afterwards what each quote said, with the hash that the bidder's receipt carries. */
export function OpeningRecord({ of }: { readonly of: SealingView }) {
  const t = useText('selection')
  return (
    <>
      <p className="small mute mb-3">{t('opening.lead')}</p>
      <DescriptionList
        items={[
          { term: t('draw.state'), value: t(`opening.states.${of.state}`) },
          { term: t('detail.supervisor'), value: of.supervisorName },
          ...(of.state === 'SEALED'
            ? [{ term: t('opening.waiting'), value: t('opening.due', { at: formatInstant(of.releaseDueAt) }) }]
            : []),
          ...(of.openedAt ? [{ term: t('opening.openedAt'), value: <Instant at={of.openedAt} /> }] : []),
        ]}
      />
      {of.transcript && <OpenedQuotes transcript={of.transcript} />}
    </>
  )
}

function OpenedQuotes({ transcript: { quotes, withoutQuote } }: { readonly transcript: OpeningTranscript }) {
  const t = useText('selection')
  return (
    <>
      <DataTable<Quote>
        caption={t('opening.title')}
        isCaptionHidden
        rows={quotes}
        rowKey={({ uscc }) => uscc}
        empty={t('opening.none')}
        columns={[
          { key: 'name', title: t('opening.name'), cell: ({ name }) => name },
          { key: 'fee', title: t('opening.fee'), isNumber: true, cell: (quote) => <Fee of={quote} /> },
          {
            key: 'days',
            title: t('opening.days'),
            isNumber: true,
            cell: ({ offered }) => (offered ? t('detail.days', { days: offered.workingDays }) : '—'),
          },
          {
            key: 'hash',
            title: t('opening.hash'),
            cell: ({ sha256, isSealedByBidder }) => (
              <>
                <Code code={sha256} label={t('opening.hash')} />
                <div className="small mute">{t(isSealedByBidder ? 'opening.byBidder' : 'opening.bySystem')}</div>
              </>
            ),
          },
        ]}
      />
      {withoutQuote.length > 0 && (
        <p className="small mt-2">{t('opening.withoutQuote', { names: withoutQuote.map(({ name }) => name).join('、') })}</p>
      )}
      {quotes
        .filter(({ offered }) => offered !== null && offered.plan !== '')
        .map(({ uscc, name, offered }) => (
          <Reasons key={uscc} summary={t('opening.plan', { name })}>
            <p className="prose whitespace-pre-line">{offered?.plan}</p>
          </Reasons>
        ))}
    </>
  )
}

function Fee({ of: { offered, problem } }: { readonly of: Quote }) {
  const t = useText('selection')
  const reason = useReasonText()
  if (offered) return formatFen(offered.feeFen)
  return t('opening.problem', { reason: problem ? reason(problem) : '' })
}
