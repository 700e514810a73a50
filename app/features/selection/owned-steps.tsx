import { Link } from '@remix-run/react'
import type { Awaited, OwnerStep } from '#domain/selection/owner-steps.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { SelectionData } from './documents.server.ts'
import type { SelectionRules } from './load-selection.server.ts'
import { AnnounceForm, AnswerForm, CancelForm, PickForm } from './owner-forms.tsx'
import { ScoreForm } from './score-form.tsx'
import type { ScoredBidder } from './score-form.tsx'

interface Props {
  readonly of: SelectionData
  readonly rules: SelectionRules
  readonly steps: readonly OwnerStep[]
  readonly awaits: Awaited | null
  readonly bidders: readonly ScoredBidder[]
  readonly mutationIds: Readonly<Record<string, string>>
  readonly result: FormResult | undefined
}

/** What the owner can do now and nothing else, the most pressing first; what is awaited of others. */
export function OwnedSteps(props: Props) {
  const t = useText('selection')
  const { steps, awaits } = props
  return (
    <>
      {awaits && <p className="order-note">{t('mine.waitsFor', { what: t(`mine.waits.${awaits}`) })}</p>}
      {steps.length === 0 && <p>{t('mine.nothing')}</p>}
      {steps.map((step) => (
        <Step key={step} step={step} {...props} />
      ))}
    </>
  )
}

function Step({ step, of, rules, bidders, mutationIds, result }: Props & { readonly step: OwnerStep }) {
  const t = useText('selection')
  const common = { version: of.version, mutationId: mutationIds[step], result: resultOf(step, result) }
  switch (step) {
    case 'ANNOUNCE':
    case 'RE_ANNOUNCE':
      return (
        <Sheet title={t(step === 'ANNOUNCE' ? 'mine.review' : 'mine.reAnnounce')}>
          <p>{t(step === 'ANNOUNCE' ? 'mine.reviewLead' : 'mine.reAnnounceLead')}</p>
          <AnnounceForm {...common} intent={step} isQuoted={hasQuotes(of.mode)} minimumWorkingDays={rules.minimumSignUpWorkingDays} />
        </Sheet>
      )
    case 'REVISE':
      return (
        <p className="actions">
          <ButtonLink look="ghost" to={`/owner/selections/${of.number}/edit`}>
            {t('mine.edit')}
          </ButtonLink>
        </p>
      )
    case 'ANSWER':
      return (
        <Sheet title={t('mine.answer')}>
          {of.clarifications
            .filter(({ answer }) => answer === null)
            .map((one) => (
              <AnswerForm
                key={one.key}
                of={one}
                mutationId={mutationIds[one.key]}
                result={result?.values['key']?.[0] === one.key ? result : undefined}
              />
            ))}
        </Sheet>
      )
    case 'SCORE':
      return (
        <Sheet title={t('mine.score')}>
          <ScoreForm {...common} bidders={bidders} criteria={of.criteria} />
        </Sheet>
      )
    case 'PICK':
      return (
        <Sheet title={t('mine.pick')}>
          <PickForm {...common} choices={bidders.map(({ signUpId, name, plan }) => ({ value: signUpId, label: name, detail: plan }))} />
        </Sheet>
      )
    case 'GO_ON':
      return of.engagementNumber ? (
        <p className="actions">
          <ButtonLink to={`/owner/engagements/${of.engagementNumber}`}>{t('mine.toEngagement')}</ButtonLink>
        </p>
      ) : null
    case 'CHOOSE_DIRECTLY':
      return (
        <p>
          {t('mine.afterFailure')} <Link to={`/intermediaries?item=${of.serviceItem.code}`}>{t('suit.direct')}</Link>
        </p>
      )
    case 'CANCEL':
      return (
        <Reasons summary={t('mine.cancel')} isOpen={common.result !== undefined}>
          <CancelForm {...common} />
        </Reasons>
      )
  }
}

/** The answer of the action belongs to the form whose button was pressed. */
const resultOf = (step: OwnerStep, result: FormResult | undefined) => (result?.values['intent']?.[0] === step ? result : undefined)
