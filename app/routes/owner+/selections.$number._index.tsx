import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ClarificationList } from '#app/features/selection/clarification-list.tsx'
import { loadOwnedSelection } from '#app/features/selection/load-owned.server.ts'
import { ObjectionList } from '#app/features/selection/objection-list.tsx'
import { OwnedSteps } from '#app/features/selection/owned-steps.tsx'
import { takeOwnerStep } from '#app/features/selection/owner-steps.server.ts'
import { SelectionCourse } from '#app/features/selection/selection-course.tsx'
import { SelectionFacts } from '#app/features/selection/selection-facts.tsx'
import { SelectionHeading } from '#app/features/selection/selection-heading.tsx'
import { SelectionRecord } from '#app/features/selection/selection-record.tsx'
import { WizardSteps } from '#app/features/selection/wizard-steps.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadOwnedSelection(args)

export const action = (args: ActionFunctionArgs) => takeOwnerStep(args)

/** One's own selection: what is to be done now, and everything that anyone else sees as well. */
export default function OwnSelection() {
  const { title, selection: of, rules, now, owned, bidders, mutationIds } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('selection')
  const isDraft = of.state === 'DRAFT'
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/selections', label: t('mine.title') }]} current={of.number} />
      <SelectionHeading
        of={of}
        title={title}
        actions={
          !isDraft && of.announcedAt ? (
            <>
              <ButtonLink look="ghost" to={`/selections/${of.number}`}>
                {t('mine.public')}
              </ButtonLink>
              <ButtonLink look="ghost" to={`/selections/${of.number}/live`}>
                {t('detail.live')}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      {isDraft && <WizardSteps current="review" />}
      <div className="columns">
        <div>
          {isDraft && (
            <Sheet title={t('detail.facts')}>
              <SelectionFacts of={of} />
            </Sheet>
          )}
          <section aria-labelledby="next">
            <h2 id="next" className="mb-3">
              {t('mine.next')}
            </h2>
            <OwnedSteps of={of} rules={rules} {...owned} bidders={bidders} mutationIds={mutationIds} result={result} />
          </section>
          <SelectionRecord of={of} rules={rules} />
          {!isDraft && (
            <Sheet title={t('detail.facts')}>
              <SelectionFacts of={of} />
            </Sheet>
          )}
          {of.announcedAt && (
            <Sheet title={t('clarifications.title')}>
              <ClarificationList rows={of.clarifications} />
            </Sheet>
          )}
          {of.objections.length > 0 && (
            <Sheet title={t('objections.title')}>
              <ObjectionList rows={of.objections} />
            </Sheet>
          )}
        </div>
        <div>
          {of.announcedAt && (
            <Sheet title={t('detail.count')}>
              <p className="result-figure">{t('detail.countNow', { count: of.signUpCount })}</p>
            </Sheet>
          )}
          <SelectionCourse of={of} now={now} />
        </div>
      </div>
    </>
  )
}
