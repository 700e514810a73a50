import type { ResultOf } from '#app/graphql.ts'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ReceiptFields } from './documents.server.ts'
import { stateTones } from './state-tones.ts'

/** What became of it, for whoever holds the receipt. */
export function ReceiptSheet({ receipt }: { readonly receipt: ResultOf<typeof ReceiptFields> }) {
  const t = useText('complaints')
  const { number, kind, state, officeName, receivedAt, answerDueOn, clock, extensionReasons, transferReasons, answeredAt, answer, steps } =
    receipt
  return (
    <Sheet title={`${t(`kindShort.${kind}`)} ${number}`}>
      <p role="status">
        <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge> {clock === 'LATE' && <Badge tone="warn">{t('clock.LATE')}</Badge>}
      </p>
      <DescriptionList
        items={[
          { term: t('follow.office'), value: officeName },
          { term: t('follow.received'), value: <Instant at={receivedAt} /> },
          { term: t('follow.due'), value: <Day on={answerDueOn} /> },
          ...(transferReasons ? [{ term: t('follow.transfer'), value: transferReasons }] : []),
          ...(extensionReasons ? [{ term: t('follow.extension'), value: extensionReasons }] : []),
          ...(answeredAt ? [{ term: t('follow.answered'), value: <Instant at={answeredAt} /> }] : []),
          ...(answer ? [{ term: t('follow.answer'), value: answer }] : []),
        ]}
      />
      <ProcedureTimeline steps={steps} />
    </Sheet>
  )
}
