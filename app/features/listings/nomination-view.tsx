import { Link } from '@remix-run/react'
import type { FormResult } from '#app/form-state.ts'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import { useText } from '#app/page-context.tsx'
import { Code } from '#app/ui/code.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { CriteriaTable } from './criteria-table.tsx'
import { NominationFacts } from './nomination-facts.tsx'
import { NominationObjections } from './nomination-objections.tsx'
import { NominationSteps } from './nomination-steps.tsx'
import { NominationBadge } from './nomination-table.tsx'
import type { NominationData } from './red-list-documents.server.ts'

/** One nomination before those who handle it: what it says, what the criteria find, objections, its course, the next lawful steps. */
export function NominationView({
  nomination,
  mutationIds,
  result,
}: {
  readonly nomination: NominationData
  readonly mutationIds: Readonly<Record<string, string>>
  readonly result: FormResult | undefined
}) {
  const t = useText('lists')
  const { party, state, number, publicUntilOn, publicFromOn } = nomination
  const isPublic = state === 'PUBLICITY'
  return (
    <>
      <PageHeading
        title={party.uscc ? <Link to={`/intermediaries/${party.uscc}`}>{party.name}</Link> : party.name}
        lead={
          <>
            <NominationBadge state={state} /> <Code code={party.code} label={t('nominations.party')} />
            {isPublic && publicFromOn && (
              <>
                {' '}
                <Link to={`/red-list/publicity/${number}`}>{t('nomination.toPublic')}</Link>
              </>
            )}
          </>
        }
      />
      <div className="columns">
        <div>
          <Sheet title={t('nomination.facts')}>
            <NominationFacts of={nomination} />
          </Sheet>
          <Sheet title={t('criterion.title')}>
            <CriteriaTable findings={nomination.findings} />
          </Sheet>
          {(publicFromOn || nomination.objections.length > 0) && (
            <Sheet title={t('objection.title')} id="objections">
              <NominationObjections of={nomination} mutationIds={mutationIds} result={result} />
            </Sheet>
          )}
          <NominationSteps of={nomination} mutationIds={mutationIds} result={result} publicityDays={nomination.publicityWorkingDays} />
        </div>
        <Sheet title={t('nomination.course')}>
          <ProcedureTimeline
            steps={nomination.course}
            ahead={isPublic && publicUntilOn ? [{ key: 'end', on: publicUntilOn, title: t('nomination.ahead'), isCurrent: true }] : []}
          />
        </Sheet>
      </div>
    </>
  )
}
