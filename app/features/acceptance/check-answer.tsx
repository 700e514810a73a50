import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { becauseText, rangeText } from './reason-text.ts'

interface Reason {
  readonly code: string
  readonly clause: string
  readonly from: string
  readonly until: string | null
  readonly isHold: boolean
  readonly isUnderAppeal: boolean
}
export interface PurposeAnswer {
  readonly purpose: 'PROVIDE_SERVICES' | 'PRESELECTION' | 'TOLERANT_ACCEPTANCE' | 'TOLERANT_HANDLING'
  readonly result: Result
  readonly reasons: readonly Reason[]
}
type Result = 'CLEAR' | 'CAUTION' | 'BARRED'

export const resultTones: Readonly<Record<Result, Tone>> = { CLEAR: 'ok', CAUTION: 'warn', BARRED: 'black' }

/** The answer of a credit check, purpose by purpose, each with its reasons, clauses and days. */
export function CheckAnswer({ purposes }: { readonly purposes: readonly PurposeAnswer[] }) {
  const t = useText('acceptance')
  return (
    <dl className="description-list">
      {purposes.map(({ purpose, result, reasons }) => (
        <div key={purpose}>
          <dt>{t(`purpose.${purpose}`)}</dt>
          <dd>
            <Badge tone={resultTones[result]}>{t(`result.${result}`)}</Badge>
            {reasons.length > 0 && (
              <ul className="mt-2">
                {reasons.map((reason) => (
                  <li key={`${reason.code}${reason.from}`} className="small mb-1">
                    {becauseText(reason.code, t)} · {rangeText(reason, t)}
                    {reason.isUnderAppeal && ` · ${t('range.underAppeal')}`}
                    <br />
                    <span className="mute">{t('clause', { clause: reason.clause })}</span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
