import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AnnulForm } from '#app/features/rating/annul-form.tsx'
import { AssessForm, AssessmentTable } from '#app/features/rating/assessments.tsx'
import { loadStandard } from '#app/features/rating/load-standard.server.ts'
import { answerTo, DiscardForm, PublishForm } from '#app/features/rating/rule-set-forms.tsx'
import { RuleSetFacts } from '#app/features/rating/rule-set-facts.tsx'
import { StandardForm } from '#app/features/rating/standard-form.tsx'
import { standardSchema, takeStandardStep } from '#app/features/rating/standard-steps.server.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadStandard(args)

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, standardSchema)
  if (!form.ok) return form.reply
  const version = args.params['version'] ?? ''
  const result = await takeStandardStep(args, form.value, { version, clientMutationId: form.clientMutationId })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'rating'))
  return redirect(`/agency/standards/${encodeURIComponent(version)}?done`)
}

/** One standard of the own body: as a draft its editor and publication, in force the assessments made under it. */
export default function Standard() {
  const { title, ruleSet, isDone, tomorrow, mutationIds, assessments, assessmentLinks, annulled } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('rating')
  const step = (intent: keyof typeof mutationIds) => ({ of: ruleSet, result: answerTo(result, intent), mutationId: mutationIds[intent] })
  const here = `/agency/standards/${ruleSet.version}`
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/standards', label: t('standards.title') }]} current={ruleSet.version} />
      <PageHeading title={title} lead={`${t(`rules.state.${ruleSet.state}`)} ${ruleSet.serviceItemCodes.join(' ')}`} />
      {isDone && <NoticeBanner tone="ok" title={t('editor.done')} isResult />}
      {annulled && (
        <AnnulForm
          title={t('honours.annulTitle', { title: `${annulled.firmName} ${annulled.period}` })}
          subject={annulled.key}
          result={answerTo(result, 'ANNUL')}
          mutationId={mutationIds.ANNUL}
          backTo={here}
        />
      )}
      {ruleSet.isInForce && (
        <>
          <Sheet title={t('standards.list')}>
            <AssessmentTable rows={assessments} />
            <Pagination {...assessmentLinks} />
          </Sheet>
          <AssessForm {...step('ASSESS')} />
        </>
      )}
      <RuleSetFacts of={ruleSet} />
      {ruleSet.mayEdit && (
        <>
          <StandardForm key={ruleSet.rowVersion} {...step('EDIT_STANDARD')} />
          <PublishForm {...step('PUBLISH')} tomorrow={tomorrow} />
          <DiscardForm {...step('DISCARD')} />
        </>
      )}
    </>
  )
}
