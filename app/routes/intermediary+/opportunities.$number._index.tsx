import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasQuotes } from '#domain/selection/selection.ts'
import { OneTextForm } from '#app/features/selection/bidder-forms.tsx'
import { takeBidderStep } from '#app/features/selection/bidder-steps.server.ts'
import { ClarificationList } from '#app/features/selection/clarification-list.tsx'
import { loadBid } from '#app/features/selection/load-bid.server.ts'
import { ObjectionList } from '#app/features/selection/objection-list.tsx'
import { Outcome } from '#app/features/selection/outcome.tsx'
import { OwnBid } from '#app/features/selection/own-bid.tsx'
import { SelectionFacts } from '#app/features/selection/selection-facts.tsx'
import { SelectionHeading } from '#app/features/selection/selection-heading.tsx'
import { SelectionRecord } from '#app/features/selection/selection-record.tsx'
import { SelectionTimes } from '#app/features/selection/selection-times.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadBid(args)

export const action = (args: ActionFunctionArgs) => takeBidderStep(args)

/** One selection as an institution meets it: sign-up, quote, questions, its own outcome and the way to object. */
export default function Opportunity() {
  const { title, selection: of, rules, now, bid } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('selection')
  const resultOf = (intent: string) => (result?.values['intent']?.[0] === intent ? result : undefined)
  const isInPublicity = of.state === 'PUBLICITY' || of.state === 'DISPUTED'
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary/opportunities', label: t('opportunities.title') }]} current={of.number} />
      <SelectionHeading
        of={of}
        title={title}
        actions={
          <>
            <ButtonLink look="ghost" to={`/selections/${of.number}`}>
              {t('signUp.toSelection')}
            </ButtonLink>
            <ButtonLink look="ghost" to={`/selections/${of.number}/live`}>
              {t('detail.live')}
            </ButtonLink>
          </>
        }
      />
      {bid.outcome && <Outcome outcome={bid.outcome} />}
      <div className="columns">
        <div>
          <OwnBid of={of} bid={bid} isQuoted={hasQuotes(of.mode)} lowPercent={rules.lowPercent} result={result} />
          {isInPublicity && bid.signUp && (
            <Sheet title={t('objections.title')} id="objections">
              <ObjectionList rows={of.objections} />
              {!of.objections.some(({ isOwn, state }) => isOwn && state === 'OPEN') && (
                <OneTextForm
                  intent="OBJECT"
                  lead={t('result.howText', { days: rules.objectionAnswerWorkingDays })}
                  label={t('objections.grounds')}
                  hint={t('objections.groundsHint')}
                  submit={t('objections.file')}
                  mutationId={bid.mutationIds.OBJECT}
                  result={resultOf('OBJECT')}
                />
              )}
            </Sheet>
          )}
          <SelectionRecord of={of} rules={rules} />
          <Sheet title={t('detail.facts')}>
            <SelectionFacts of={of} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('detail.count')}>
            <p className="result-figure">{t('detail.countNow', { count: of.signUpCount })}</p>
          </Sheet>
          <Sheet title={t('detail.periods')}>
            <SelectionTimes of={of} now={now} />
          </Sheet>
          <Sheet title={t('clarifications.title')}>
            <ClarificationList rows={of.clarifications} />
            {(of.state === 'ANNOUNCED' || of.state === 'SIGN_UP') && (
              <OneTextForm
                intent="ASK"
                label={t('clarifications.askLabel')}
                hint={t('clarifications.askHint')}
                submit={t('clarifications.send')}
                look="ghost"
                mutationId={bid.mutationIds.ASK}
                result={resultOf('ASK')}
              />
            )}
          </Sheet>
        </div>
      </div>
    </>
  )
}
