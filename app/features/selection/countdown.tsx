import { useEffect, useState } from 'react'
import { useText } from '#app/page-context.tsx'
import { timeLeft } from './time-left.ts'

/**
 * How long it is until an instant, told by the server's clock at the time the page was written; where scripts run it goes on by itself.
 * It is no live region: a count read out every second would drown everything else.
 */
export function Countdown({ until, now }: { readonly until: string; readonly now: string }) {
  const t = useText('selection')
  const [passedMs, setPassedMs] = useState(0)
  useEffect(() => {
    const since = performance.now()
    const timer = setInterval(() => setPassedMs(performance.now() - since), 1000)
    return () => clearInterval(timer)
  }, [now])
  const left = timeLeft(Date.parse(now) + passedMs, Date.parse(until))
  if (!left) return <span className="num">{t('countdown.over')}</span>
  const { days, hours, minutes, seconds } = left
  const time =
    days > 0
      ? t('countdown.days', { days, hours })
      : hours > 0
        ? t('countdown.hours', { hours, minutes })
        : t('countdown.minutes', { minutes, seconds })
  return <span className="num">{t('countdown.left', { time })}</span>
}
