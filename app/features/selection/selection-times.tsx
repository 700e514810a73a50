import { useText } from '#app/page-context.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Countdown } from './countdown.tsx'
import type { SelectionData } from './documents.server.ts'

/** The line that is due next, if it is an instant. */
export function nextLineOf({
  state,
  signUpOpensAt,
  signUpClosesAt,
  opensAt,
}: Pick<SelectionData, 'state' | 'signUpOpensAt' | 'signUpClosesAt' | 'opensAt'>) {
  if (state === 'ANNOUNCED') return signUpOpensAt
  if (state === 'SIGN_UP') return signUpClosesAt
  return state === 'CLOSED' ? opensAt : null
}

/** All times of a selection, with how long it is to the next. */
export function SelectionTimes({ of, now }: { readonly of: SelectionData; readonly now: string }) {
  const t = useText('selection')
  const next = nextLineOf(of)
  const instant = (term: string, at: string | null) =>
    at === null
      ? []
      : [
          {
            term,
            value: (
              <>
                <Instant at={at} />
                {at === next && (
                  <>
                    {' '}
                    <Countdown until={at} now={now} />
                  </>
                )}
              </>
            ),
          },
        ]
  return (
    <>
      <DescriptionList
        items={[
          ...instant(t('detail.announcedAt'), of.announcedAt),
          ...instant(t('detail.signUpOpensAt'), of.signUpOpensAt),
          ...instant(t('detail.signUpClosesAt'), of.signUpClosesAt),
          ...instant(t('detail.opensAt'), of.opensAt),
          ...(of.publicityUntilOn ? [{ term: t('detail.publicityUntil'), value: <Day on={of.publicityUntilOn} /> }] : []),
          ...(of.contractDueOn ? [{ term: t('detail.contractDue'), value: <Day on={of.contractDueOn} /> }] : []),
        ]}
      />
      <p className="small mute">{t('detail.clockRule')}</p>
    </>
  )
}
