import { useText } from '#app/page-context.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Instant } from '#app/ui/day.tsx'
import { CheckAnswer } from './check-answer.tsx'
import type { PurposeAnswer } from './check-answer.tsx'

export interface GateCheck {
  readonly name: string | null
  readonly code: string
  readonly isKnown: boolean
  readonly missCount: number
  readonly checkedAt: string
  readonly ruleSetVersion: string
  readonly purposes: readonly PurposeAnswer[]
}

/** What an officer sees of an applicant before anything else: whether the tolerant modes are open, and why not. */
export function CreditGate({ check }: { readonly check: GateCheck }) {
  const t = useText('acceptance')
  const tolerant = check.purposes.filter(({ purpose }) => purpose.startsWith('TOLERANT_'))
  const isShut = tolerant.some(({ result }) => result !== 'CLEAR')
  const title = !check.isKnown ? t('new.newcomer') : isShut ? t('new.gateShut') : t('new.gateOpen', { count: check.missCount })
  return (
    <NoticeBanner tone={!check.isKnown ? 'brand' : isShut ? 'warn' : 'ok'} title={title} isResult>
      {!check.isKnown && <p>{t('new.newcomerText')}</p>}
      <p className="small">
        {check.name} <span className="num">{check.code}</span> · {check.ruleSetVersion} · <Instant at={check.checkedAt} />
      </p>
      {check.isKnown && (
        <Reasons summary={t('new.gate')} isOpen={isShut}>
          <CheckAnswer purposes={tolerant} />
        </Reasons>
      )}
    </NoticeBanner>
  )
}
