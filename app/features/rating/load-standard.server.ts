import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { AssessmentsDocument } from './documents.server.ts'
import { loadRuleSet, loadSimulation } from './load-rule-set.server.ts'

/** One standard of the own body, with a page of the assessments made under it. @throws Response 404 for one of others */
export async function loadStandard(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const ruleSet = await loadRuleSet(args)
  if (!ruleSet.isOwn) throw new Response(null, { status: 404 })
  const { searchParams, search } = new URL(args.request.url)
  const { industryAssessments } = await runOperation(args, AssessmentsDocument, {
    version: ruleSet.version,
    ...pageArguments(searchParams, 20),
  })
  const assessments = industryAssessments.edges.map(({ node }) => node)
  const { tomorrow } = await loadSimulation(args)
  return {
    title: `${t('standards.title')} ${ruleSet.version}`,
    ...{ ruleSet, tomorrow, assessments, isDone: searchParams.has('done') },
    annulled: assessments.find(({ key, mayAnnul }) => mayAnnul && key === searchParams.get('annul')) ?? null,
    assessmentLinks: pageLinks(search, industryAssessments.pageInfo),
    mutationIds: {
      EDIT_STANDARD: newMutationId(),
      PUBLISH: newMutationId(),
      DISCARD: newMutationId(),
      ASSESS: newMutationId(),
      ANNUL: newMutationId(),
    },
  }
}
