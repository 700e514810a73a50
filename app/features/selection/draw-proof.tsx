import type { Fault } from '#domain/selection/check-transcript.ts'
import type { ProofReport, ProofStep } from '#domain/selection/verify-transcript.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'

/** All steps in their order. The checker's own list isn't imported: it would bring the checker into the page. */
const allSteps: readonly ProofStep[] = ['FORM', 'WHOLE', 'METHOD', 'SECRET', 'POOL', 'RANDOMNESS', 'FACTS', 'DRAWS', 'RESULT']

/** What drawing again came to, step by step, and who did it. */
export function DrawProof({ report, by }: { readonly report: Pick<ProofReport, 'isTrue' | 'steps'>; readonly by: 'BROWSER' | 'SERVER' }) {
  const t = useText('draw')
  const sentence = useFaultText()
  const outcomes = new Map(report.steps.map(({ step, fault }) => [step, fault]))
  const broken = report.steps.find(({ fault }) => fault !== null)
  return (
    <>
      <NoticeBanner
        tone={report.isTrue ? 'ok' : 'seal'}
        title={broken ? t('verify.isFalse', { step: t(`proof.${broken.step}`) }) : t('verify.isTrue')}
        isResult
      >
        <p>{by === 'BROWSER' ? t('verify.byBrowser') : t('verify.byServer')}</p>
      </NoticeBanner>
      <DataTable
        caption={t('verify.steps')}
        rows={allSteps}
        rowKey={(step) => step}
        empty=""
        columns={[
          { key: 'step', title: t('verify.step'), cell: (step) => t(`proof.${step}`) },
          { key: 'outcome', title: t('verify.outcome'), cell: (step) => <Outcome fault={outcomes.get(step)} sentence={sentence} /> },
        ]}
      />
    </>
  )
}

function Outcome({ fault, sentence }: { readonly fault: Fault | null | undefined; readonly sentence: (fault: Fault) => string }) {
  const t = useText('draw')
  if (fault === undefined) return <span className="mute">{t('verify.notReached')}</span>
  return fault === null ? <Badge tone="ok">{t('verify.good')}</Badge> : <span className="break-all">{sentence(fault)}</span>
}

/** The sentence of a fault; what was drawn is called by its name. */
function useFaultText(): (fault: Fault) => string {
  const t = useText('draw')
  return ({ code, ...facts }) => {
    const label = typeof facts['label'] === 'string' ? t.optional(`label.${facts['label']}`) : undefined
    const values = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))
    return t.optional(`fault.${code}`, { ...values, ...(label !== undefined && { label }) }) ?? code
  }
}
