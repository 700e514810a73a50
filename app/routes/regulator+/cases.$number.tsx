import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFacts } from '#app/features/listings/case-facts.tsx'
import { CaseHearing } from '#app/features/listings/case-hearing.tsx'
import { CaseInvestigation } from '#app/features/listings/case-investigation.tsx'
import { CaseOfficers } from '#app/features/listings/case-officers.tsx'
import { CaseSteps, CaseWaiting } from '#app/features/listings/case-steps.tsx'
import { takeCaseStep } from '#app/features/listings/case-steps.server.ts'
import { CaseTimeline } from '#app/features/listings/case-timeline.tsx'
import { loadCase } from '#app/features/listings/load-case.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadCase(args)

export async function action(args: ActionFunctionArgs) {
  const number = args.params['number'] ?? ''
  return takeCaseStep(args, number, `/regulator/cases/${number}`)
}

export default function CaseWorkbench() {
  const { title, violationCase, mutationIds, violations } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('listings')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/cases', label: t('cases.title') }]} current={violationCase.number} />
      <PageHeading title={title} lead={<Badge tone="brand">{t(`state.${violationCase.state}`)}</Badge>} />
      <div className="columns">
        <div>
          <CaseFacts of={violationCase} />
          <CaseInvestigation of={violationCase} />
          <CaseHearing of={violationCase} />
          <CaseSteps of={violationCase} mutationIds={mutationIds} violations={violations} result={result} />
        </div>
        <div>
          <CaseWaiting of={violationCase} />
          <Sheet title={t('case.timeline')}>
            <CaseTimeline of={violationCase} />
          </Sheet>
          <CaseOfficers of={violationCase} />
        </div>
      </div>
    </>
  )
}
