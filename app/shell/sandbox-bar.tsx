import { useLocation } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'

/** Only in a rehearsal: what time it is there, and the way forward. A plain form, because every page shows another time after it. */
export function SandboxBar({ now, canSet }: { readonly now: string; readonly canSet: boolean }) {
  const t = useText('rehearsal')
  const { pathname, search } = useLocation()
  return (
    <aside className="sandbox-bar" aria-label={t('label')}>
      <span>
        {t('now')} <Instant at={now} />
      </span>
      {canSet ? (
        <form method="post" action="/resources/sandbox-clock">
          <input type="hidden" name="returnTo" value={pathname + search} />
          <button className="btn btn-ghost btn-small" name="step" value="nextWorkingDay">
            {t('nextWorkingDay')}
          </button>
          <button className="btn btn-ghost btn-small" name="step" value="week">
            {t('week')}
          </button>
          <label>
            {t('day')} <input type="date" name="day" className="input" defaultValue={shanghaiDayOf(new Date(now))} key={now} />
          </label>
          <button className="btn btn-ghost btn-small" name="step" value="day">
            {t('set')}
          </button>
        </form>
      ) : (
        <span>{t('signIn')}</span>
      )}
    </aside>
  )
}
