import { addDays } from '#domain/kernel/calendar-day.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Day } from '#app/ui/day.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { EntryChoices } from './entry-fields.tsx'
import type { OwnEntry } from './upkeep-documents.server.ts'

/**
 * 到期日历: what ends when, and which items are closed from the day after. An item that another certificate still covers then is not named.
 */
export function ExpiryCalendar({
  entry,
  choices,
  today,
}: {
  readonly entry: OwnEntry
  readonly choices: EntryChoices
  readonly today: string
}) {
  const t = useText('upkeep')
  const { language } = usePage()
  const { qualifications, offerings } = entry.intermediary
  const ending = qualifications
    .flatMap((one) => (one.validUntilOn === null ? [] : [{ ...one, lastOn: one.validUntilOn }]))
    .toSorted((a, b) => (a.lastOn < b.lastOn ? -1 : 1))
  if (ending.length === 0) return <p className="mute">{t('expiry.none')}</p>
  const offered = new Set(offerings.map(({ serviceItem }) => serviceItem.code))
  const isCoveredOn = (code: string, day: string) =>
    qualifications.some((one) => one.serviceItemCodes.includes(code) && one.validFromOn <= day && (one.validUntilOn ?? day) >= day)
  const nameOf = (code: string) => {
    const item = choices.serviceItems.find((one) => one.code === code)
    return item ? ((language === 'en' ? item.nameEn : item.nameZh) ?? code) : code
  }
  return (
    <Timeline
      label={t('expiry.title')}
      entries={ending.map(({ key, name, certificateNo, lastOn, serviceItemCodes }) => {
        const dayAfter = addDays(lastOn, 1)
        const closed = serviceItemCodes.filter((code) => offered.has(code) && !isCoveredOn(code, dayAfter))
        const detail = closed.length === 0 ? t('expiry.closesNothing') : t('expiry.closes', { items: closed.map(nameOf).join('、') })
        return {
          key,
          when: <Day on={lastOn} />,
          title: `${name}（${certificateNo}）`,
          detail: lastOn < today ? `${t('expiry.over')} ${detail}` : detail,
          state: lastOn < today ? ('current' as const) : ('ahead' as const),
        }
      })}
    />
  )
}
