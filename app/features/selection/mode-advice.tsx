import { Link } from '@remix-run/react'
import type { SelectionMode } from '#domain/selection/selection.ts'
import type { ModeAdvice, Suggestion } from '#domain/selection/suggest-mode.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Which modes are open, the suggested one first, and which are closed and why. `toMode` is where a mode leads. */
export function ModeAdviceList({
  suggestion,
  toMode,
}: {
  readonly suggestion: Suggestion
  readonly toMode: (mode: SelectionMode) => string
}) {
  const t = useText('selection')
  const open = suggestion.modes.filter(({ bar }) => bar === null)
  const closed = suggestion.modes.filter(({ bar }) => bar !== null)
  return (
    <>
      {suggestion.suggested === null && (
        <NoticeBanner tone="warn" title={t('suit.none')}>
          <p>{t('suit.noneText')}</p>
        </NoticeBanner>
      )}
      {open.length > 0 && (
        <Sheet title={t('suit.open')}>
          <ul className="plain-list">
            {open.map((advice) => (
              <OpenMode key={advice.mode} advice={advice} isSuggested={advice.mode === suggestion.suggested} to={toMode(advice.mode)} />
            ))}
          </ul>
          <p className="small mute">{t('suit.ours')}</p>
        </Sheet>
      )}
      {closed.length > 0 && (
        <Sheet title={t('suit.closed')}>
          <ul className="plain-list">
            {closed.map((advice) => (
              <ClosedMode key={advice.mode} advice={advice} />
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

function OpenMode({
  advice: { mode, reasons, cautions },
  isSuggested,
  to,
}: {
  readonly advice: ModeAdvice
  readonly isSuggested: boolean
  readonly to: string
}) {
  const t = useText('selection')
  return (
    <li>
      <h3>
        {t(`mode.${mode}`)} {isSuggested && <Badge tone="ok">{t('suit.suggested')}</Badge>}
      </h3>
      <p>{t(`modeText.${mode}`)}</p>
      <ul className="facts">
        {reasons.map((reason) => (
          <li key={reason}>
            <span aria-hidden="true">＋ </span>
            {t(`suit.reason.${reason}`)}
          </li>
        ))}
        {cautions.map((caution) => (
          <li key={caution}>
            <span aria-hidden="true">－ </span>
            {t(`suit.reason.${caution}`)}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        {isSuggested ? (
          <ButtonLink to={to}>{mode === 'DIRECT' ? t('suit.direct') : t('suit.use', { mode: t(`mode.${mode}`) })}</ButtonLink>
        ) : (
          <Link to={to}>{mode === 'DIRECT' ? t('suit.direct') : t('suit.use', { mode: t(`mode.${mode}`) })}</Link>
        )}
      </p>
    </li>
  )
}

function ClosedMode({ advice: { mode, bar } }: { readonly advice: ModeAdvice }) {
  const t = useText('selection')
  if (!bar) return null
  const why =
    bar.code === 'DIRECT_NOT_FOR_FUNDS'
      ? t('suit.bar.DIRECT_NOT_FOR_FUNDS', { fund: t(`fund.${bar.fundSource}`) })
      : t('suit.bar.TOO_FEW_QUALIFIED', { minimum: bar.minimum, qualified: bar.qualified })
  return (
    <li>
      <b>
        <span aria-hidden="true">✕ </span>
        {t(`mode.${mode}`)}
      </b>
      <div className="small">{why}</div>
    </li>
  )
}
