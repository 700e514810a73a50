import type { FormResult } from '#app/form-state.ts'
import { ProcedureFileList } from '#app/features/files/procedure-file-list.tsx'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { FindingData } from './documents.server.ts'
import { DecideForm, DefendForm } from './finding-forms.tsx'
import { PromiseFacts } from './promise-facts.tsx'
import { findingTones } from './tones.ts'

/** A finding of untruth as one audience sees it: what is alleged, what was answered, what was decided, and the steps that are the reader's. */
export function FindingView({
  finding,
  mutationId,
  result,
  base,
  parent,
}: {
  readonly finding: FindingData
  readonly mutationId: string
  readonly result: FormResult | undefined
  readonly base: '/agency' | '/owner' | '/regulator'
  readonly parent: { readonly to: string; readonly label: string }
}) {
  const t = useText('verification')
  const { language } = usePage()
  const { state, number, commitment, defenceDueOn, decisionNumber } = finding
  const isOpen = state === 'NOTICED' || state === 'DEFENCE_FILED'
  const day = formatDay(defenceDueOn, language)
  return (
    <>
      <Breadcrumb parents={[parent]} current={number} />
      <PageHeading
        title={t('finding.title', { number })}
        lead={<Badge tone={findingTones[state]}>{t(`untrueState.${state}`)}</Badge>}
        actions={base === '/regulator' ? undefined : <Papers base={base} number={number} isDecided={decisionNumber !== null} />}
      />
      <div className="columns">
        <div>
          {state === 'NOTICED' && finding.canDefend && (
            <NoticeBanner tone="warn" title={t('finding.rights', { day })}>
              <p>{t('finding.consequences')}</p>
            </NoticeBanner>
          )}
          <Written of={finding} />
          {state === 'NOTICED' && finding.canDefend && (
            <Sheet title={t('finding.statement')}>
              <DefendForm version={finding.version} mutationId={mutationId} result={result} />
            </Sheet>
          )}
          {isOpen && finding.canDecide && (
            <Sheet title={t('finding.decide')}>
              {state === 'NOTICED' && <p className="mb-4">{t('finding.waiting', { day })}</p>}
              <DecideForm version={finding.version} mutationId={mutationId} result={result} />
            </Sheet>
          )}
          {isOpen && (finding.keptFromDeciding === 'PROPOSER' || finding.keptFromDeciding === 'OFFICER') && (
            <p className="mute">{t(`finding.kept${finding.keptFromDeciding}`)}</p>
          )}
          {state === 'FOUND' && base === '/owner' && (
            <p>
              {t('finding.objectHint')}{' '}
              <ButtonLink look="ghost" isSmall to={`/owner/promises/${commitment.number}/object?kind=UNTRUE`}>
                {t('finding.objectLink')}
              </ButtonLink>
            </p>
          )}
        </div>
        <div>
          <Sheet title={t('finding.facts')}>
            <PromiseFacts
              promise={commitment}
              base={base === '/regulator' ? null : base}
              also={[
                { term: t('findings.defenceDue'), value: day },
                { term: t('finding.rules'), value: finding.ruleSetVersion },
              ]}
            />
          </Sheet>
          <Sheet title={t('finding.course')}>
            <ProcedureTimeline
              steps={finding.steps}
              ahead={state === 'NOTICED' ? [{ key: 'due', on: defenceDueOn, title: t('findings.defenceDue'), isCurrent: true }] : []}
            />
          </Sheet>
        </div>
      </div>
    </>
  )
}

function Papers({ base, number, isDecided }: { readonly base: string; readonly number: string; readonly isDecided: boolean }) {
  const t = useText('verification')
  const to = (document: string) => `${base}/findings/${number}/paper?document=${document}`
  return (
    <>
      <ButtonLink look="ghost" to={to('NOTICE')}>
        {t('finding.noticePaper')}
      </ButtonLink>
      {isDecided && (
        <ButtonLink look="ghost" to={to('DECISION')}>
          {t('finding.decisionPaper')}
        </ButtonLink>
      )}
    </>
  )
}

/** What was written by both sides and by the decider, word for word. */
function Written({ of }: { readonly of: FindingData }) {
  const t = useText('verification')
  return (
    <>
      <Sheet title={t('finding.alleged')}>
        <p className="whitespace-pre-line">{of.facts}</p>
        <h3 className="mt-4">{t('finding.basis')}</h3>
        <p className="whitespace-pre-line">{of.basis}</p>
      </Sheet>
      {(of.state !== 'NOTICED' || of.defenceText !== null) && (
        <Sheet title={t('finding.defence')}>
          <p className="whitespace-pre-line">{of.defenceText ?? t('finding.noDefence')}</p>
          <ProcedureFileList files={of.files} />
        </Sheet>
      )}
      {of.decisionNumber !== null && (of.state === 'FOUND' || of.state === 'NOT_FOUND') && (
        <Sheet title={t('finding.decision', { number: of.decisionNumber })}>
          <p>
            <b>{t(`finding.${of.state}`)}</b>
          </p>
          <p>{t(`finding.${of.state}Text`)}</p>
          <h3 className="mt-4">{t('finding.reasons')}</h3>
          <p className="whitespace-pre-line">{of.decisionReasons}</p>
        </Sheet>
      )}
    </>
  )
}
