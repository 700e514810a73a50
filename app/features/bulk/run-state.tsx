import { Link } from '@remix-run/react'
import type { ImportSummary, RowFault } from '#domain/bulk/import-run.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import type { ResultOf } from '#app/graphql.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { ImportRunDocument } from './documents.server.ts'

export type ImportRunData = NonNullable<ResultOf<typeof ImportRunDocument>['importRun']>

interface StateProps {
  readonly run: ImportRunData
  readonly faults: readonly RowFault[]
  readonly summary: ImportSummary | null
  readonly isMine: boolean
  readonly mutationId: string
  readonly result: FormResult | undefined
}

/** How far the import is, and what can be done about it. Without scripts the page looks again by itself, or at a link. */
export function RunState({ run, faults, summary, isMine, mutationId, result }: StateProps) {
  const t = useText('bulk')
  switch (run.state) {
    case 'UPLOADED':
    case 'CHECKING':
    case 'APPLYING':
      return <Waiting run={run} />
    case 'CHECKED':
      return (
        <NoticeBanner tone="ok" title={t(isNothing(summary) ? 'run.nothing' : 'run.checked')} isResult>
          <p>{t('run.checkedText')}</p>
          {isMine && <Steps run={run} mutationId={mutationId} result={result} />}
        </NoticeBanner>
      )
    case 'FAULTY':
      return (
        <NoticeBanner tone="warn" title={t('run.faulty', { count: run.faultCount })} isResult>
          {t('run.faultyText')}
        </NoticeBanner>
      )
    case 'APPLIED':
      return <NoticeBanner tone="ok" title={t('run.applied')} isResult />
    case 'FAILED':
      return (
        <NoticeBanner tone="warn" title={t('run.failed')} isResult>
          {t('run.failedText', { requestId: String(faults[0]?.facts['requestId'] ?? '') })}
        </NoticeBanner>
      )
    case 'ABANDONED':
      return <NoticeBanner title={t('run.abandoned')} isResult />
  }
}

const isNothing = (summary: ImportSummary | null) => summary !== null && summary.added + summary.changed + summary.removed === 0

function Waiting({ run: { number, kind, state, rowsDone, rowsTotal } }: { readonly run: ImportRunData }) {
  const t = useText('bulk')
  const title = state === 'UPLOADED' ? t('run.waiting') : state === 'CHECKING' ? t('run.checking', { rows: rowsDone }) : t('run.applying')
  return (
    <NoticeBanner title={title} isResult>
      {/* Without scripts the page reads itself again; with them nobody sees this. */}
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      {state === 'APPLYING' && <p>{t('run.applyingText')}</p>}
      {state === 'APPLYING' && <ProgressBar label={t('run.applying')} value={rowsDone} max={rowsTotal ?? 0} />}
      <p>
        <Link to={`/${kind === 'CASES' ? 'agency' : 'regulator'}/imports/${number}`} reloadDocument>
          {t('run.reload')}
        </Link>
      </p>
    </NoticeBanner>
  )
}

function Steps({ run, mutationId, result }: Pick<StateProps, 'run' | 'mutationId' | 'result'>) {
  const t = useText('bulk')
  const form = useFormState({ result, labels: {} })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={run.version} />
      <p className="actions">
        <SubmitButton name="intent" value="apply">
          {t('run.apply')}
        </SubmitButton>
        <SubmitButton name="intent" value="abandon" look="ghost">
          {t('run.abandon')}
        </SubmitButton>
      </p>
    </FormFrame>
  )
}
