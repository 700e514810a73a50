import type { FormResult } from '#app/form-state.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Code } from '#app/ui/code.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { OneTextForm, SignUpForm, WithdrawForm } from './bidder-forms.tsx'
import type { SelectionData } from './documents.server.ts'
import type { Bid } from './load-bid.server.ts'
import { useReasonText } from './reason-text.ts'

interface Props {
  readonly of: SelectionData
  readonly bid: Bid
  readonly isQuoted: boolean
  readonly lowPercent: number
  readonly result: FormResult | undefined
}

/** One's own part in a selection: sign-up or what stands in its way, the quote with its receipts, and the ways out. */
export function OwnBid(props: Props) {
  const t = useText('selection')
  const { of, bid, isQuoted, result } = props
  const { signUp, obstacle, mutationIds } = bid
  const resultOf = (intent: string) => (result?.values['intent']?.[0] === intent ? result : undefined)
  const isOpen = of.state === 'SIGN_UP' || of.state === 'ANNOUNCED'
  if (signUp?.state === 'ACTIVE') return <SignedUp {...props} />
  if (!isOpen) return null
  if (obstacle !== null) return <NotNow obstacle={obstacle} />
  return (
    <Sheet title={t('signUp.title')} id="sign-up">
      <SignUpForm practitioners={bid.practitioners} isQuoted={isQuoted} mutationId={mutationIds.SIGN_UP} result={resultOf('SIGN_UP')} />
    </Sheet>
  )
}

function NotNow({ obstacle }: { readonly obstacle: unknown }) {
  const t = useText('selection')
  const reason = useReasonText()
  return (
    <NoticeBanner tone="warn" title={t('signUp.notNow')}>
      <p>{reason(obstacle)}</p>
    </NoticeBanner>
  )
}

function SignedUp({ of, bid, isQuoted, lowPercent, result }: Props) {
  const t = useText('selection')
  const { signUp, quoteHash, mutationIds } = bid
  const resultOf = (intent: string) => (result?.values['intent']?.[0] === intent ? result : undefined)
  const isOpen = of.state === 'SIGN_UP' || of.state === 'ANNOUNCED'
  if (!signUp) return null
  return (
    <Sheet title={t('signUp.title')} id="sign-up">
      <p>
        <Badge tone="ok">{t('signUp.done')}</Badge> {t('signUp.doneText', { at: formatInstant(signUp.signedUpAt) })}
      </p>
      {isQuoted && (
        <>
          <h3 className="mt-4">{t('signUp.quote')}</h3>
          {quoteHash ? (
            <p>
              {t('signUp.receipt')}：<Code code={quoteHash} label={t('signUp.receipt')} />
            </p>
          ) : (
            isOpen && <p className="field-error">{t('signUp.noQuoteYet')}</p>
          )}
          {isOpen && (
            <>
              <p>{t('signUp.quoteLead')}</p>
              <p className="actions">
                <ButtonLink to={`/intermediary/opportunities/${of.number}/quote`}>{t('signUp.toQuote')}</ButtonLink>
              </p>
            </>
          )}
        </>
      )}
      {bid.isToExplain && (
        <OneTextForm
          intent="EXPLAIN"
          lead={t('signUp.explainLead', { percent: lowPercent })}
          label={t('signUp.explainLabel')}
          submit={t('signUp.explainSubmit')}
          mutationId={mutationIds.EXPLAIN}
          result={resultOf('EXPLAIN')}
        />
      )}
      {bid.isToReveal && (
        <OneTextForm
          intent="REVEAL"
          lead={t('signUp.revealLead')}
          label={t('signUp.revealLabel')}
          submit={t('signUp.revealSubmit')}
          mutationId={mutationIds.REVEAL}
          result={resultOf('REVEAL')}
        />
      )}
      {isOpen && (
        <Reasons summary={t('signUp.withdraw')} isOpen={resultOf('WITHDRAW') !== undefined}>
          <WithdrawForm mutationId={mutationIds.WITHDRAW} result={resultOf('WITHDRAW')} />
        </Reasons>
      )}
      {bid.canStepBack && (
        <Reasons summary={t('signUp.stepBack')} isOpen={resultOf('STEP_BACK') !== undefined}>
          <OneTextForm
            intent="STEP_BACK"
            lead={t('signUp.stepBackLead')}
            label={t('signUp.stepBackReasons')}
            submit={t('signUp.stepBackSubmit')}
            look="danger"
            mutationId={mutationIds.STEP_BACK}
            result={resultOf('STEP_BACK')}
          />
        </Reasons>
      )}
    </Sheet>
  )
}
