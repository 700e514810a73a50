import { useEffect } from 'react'
import { useRevalidator } from '@remix-run/react'
import { isUnderWay } from '#domain/bulk/import-run.ts'
import type { FormResult } from '#app/form-state.ts'
import { faultsOf, summaryOf } from './import-report.ts'
import { RunFacts } from './run-facts.tsx'
import { RunFaults, RunSummary } from './run-report.tsx'
import type { ImportRunData } from './run-state.tsx'
import { RunState } from './run-state.tsx'

/** How often a page looks how far the import is, in milliseconds. */
const lookEvery = 1000

/** One import: how far it is, what is wrong with it or what it changes, and what can be done. */
export function OneImport({
  run,
  isMine,
  mutationId,
  result,
}: {
  readonly run: ImportRunData
  readonly isMine: boolean
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const { revalidate } = useRevalidator()
  const isLive = isUnderWay(run.state)
  useEffect(() => {
    if (!isLive) return
    const timer = setInterval(revalidate, lookEvery)
    return () => clearInterval(timer)
  }, [isLive, revalidate])
  const summary = summaryOf(run.summary)
  const faults = faultsOf(run.faults)
  return (
    <>
      <RunState run={run} faults={faults} summary={summary} isMine={isMine} mutationId={mutationId} result={result} />
      {run.state !== 'FAILED' && faults.length > 0 && (
        <RunFaults kind={run.kind} number={run.number} faults={faults} faultCount={run.faultCount} />
      )}
      {summary && <RunSummary kind={run.kind} summary={summary} />}
      <RunFacts run={run} />
    </>
  )
}
