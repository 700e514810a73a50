import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RuleSetsDocument } from '#app/features/rating/documents.server.ts'
import { PlatformMeans } from '#app/features/rating/platform-means.tsx'
import { RuleSetTable } from '#app/features/rating/rule-set-table.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const { creditRuleSets, platformMeans } = await runOperation(args, RuleSetsDocument, {})
  return { title: t('rules.title'), ruleSets: creditRuleSets.filter(({ state }) => state === 'PUBLISHED'), platformMeans }
}

/** The rules by which everybody is rated: of the city, and the standards of competent authorities. */
export default function RatingRules() {
  const { title, ruleSets, platformMeans } = useLoaderData<typeof loader>()
  const t = useText('rating')
  const common = useText('common')
  const standards = ruleSets.filter(({ isIndustry }) => isIndustry)
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading title={title} lead={t('rules.lead')} />
      <Sheet title={t('rules.city')}>
        <RuleSetTable rows={ruleSets.filter(({ isIndustry }) => !isIndustry)} to="/rating-rules" empty={t('rules.none')} />
      </Sheet>
      {standards.length > 0 && (
        <Sheet title={t('items.title')}>
          <RuleSetTable rows={standards} to="/rating-rules" empty={t('rules.none')} />
        </Sheet>
      )}
      <Sheet title={t('means.title')}>
        <PlatformMeans rows={platformMeans} />
      </Sheet>
    </>
  )
}
