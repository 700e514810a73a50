import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadRuleSet, loadSimulation, ruleSetMutationIds } from '#app/features/rating/load-rule-set.server.ts'
import { answerTo, DiscardForm, ParametersForm, PublishForm } from '#app/features/rating/rule-set-forms.tsx'
import { RuleSetFacts } from '#app/features/rating/rule-set-facts.tsx'
import { ruleSetSchema, takeRuleSetStep } from '#app/features/rating/rule-set-steps.server.ts'
import { SimulateForm, SimulationResult } from '#app/features/rating/simulation-view.tsx'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const ruleSet = await loadRuleSet(args)
  const isDone = new URL(args.request.url).searchParams.has('done')
  const title = `${t('rules.title')} ${ruleSet.version}`
  return { title, ruleSet, isDone, ...(await loadSimulation(args)), mutationIds: ruleSetMutationIds() }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, ruleSetSchema)
  if (!form.ok) return form.reply
  const version = args.params['version'] ?? ''
  const result = await takeRuleSetStep(args, form.value, { version, clientMutationId: form.clientMutationId })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'rating'))
  return redirect(`/regulator/rule-sets/${encodeURIComponent(version)}?done`)
}

/** One version: as a draft with its editor, simulation and publication, later as it was published. */
export default function RuleSet() {
  const { title, ruleSet, isDone, simulation, wanted, tomorrow, mutationIds } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('rating')
  const step = (intent: keyof typeof mutationIds) => ({ of: ruleSet, result: answerTo(result, intent), mutationId: mutationIds[intent] })
  const isOpen = ruleSet.state === 'DRAFT'
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/rule-sets', label: t('editor.title') }]} current={ruleSet.version} />
      <PageHeading title={title} lead={t(`rules.state.${ruleSet.state}`)} />
      {isDone && <NoticeBanner tone="ok" title={t('editor.done')} isResult />}
      {isOpen && !ruleSet.isIndustry && ruleSet.mayEdit && <SimulateForm {...step('SIMULATE')} simulation={simulation} />}
      {simulation && simulation.subjectsTotal !== null && simulation.state !== 'FAILED' && (
        <SimulationResult of={simulation} wanted={wanted} />
      )}
      {isOpen && ruleSet.mayEdit && <PublishForm {...step('PUBLISH')} tomorrow={tomorrow} />}
      <RuleSetFacts of={ruleSet} />
      {isOpen && !ruleSet.isIndustry && ruleSet.mayEdit && <ParametersForm key={ruleSet.rowVersion} {...step('EDIT')} />}
      {isOpen && ruleSet.mayEdit && <DiscardForm {...step('DISCARD')} />}
    </>
  )
}
