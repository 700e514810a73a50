import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadRuleSet } from '#app/features/rating/load-rule-set.server.ts'
import { RuleSetFacts } from '#app/features/rating/rule-set-facts.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const ruleSet = await loadRuleSet(args)
  if (ruleSet.state !== 'PUBLISHED') throw new Response(null, { status: 404 })
  return { title: `${t('rules.title')} ${ruleSet.version}`, ruleSet }
}

/** One published version, whole. */
export default function RatingRule() {
  const { title, ruleSet } = useLoaderData<typeof loader>()
  const t = useText('rating')
  return (
    <>
      <Breadcrumb parents={[{ to: '/rating-rules', label: t('rules.title') }]} current={ruleSet.version} />
      <PageHeading
        title={title}
        lead={
          ruleSet.effectiveFrom && (
            <>
              {t('rules.effectiveFrom')} <Day on={ruleSet.effectiveFrom} />
            </>
          )
        }
      />
      <RuleSetFacts of={ruleSet} />
    </>
  )
}
