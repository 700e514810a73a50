import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'

/** What is to be reviewed. */
export function ReviewedFacts({
  of,
}: {
  readonly of: {
    readonly projectName: string
    readonly serviceItemNameZh: string
    readonly serviceItemNameEn: string
    readonly intermediary: { readonly name: string }
    readonly deliveredAt: string | null
    readonly lateWorkingDays: number | null
    readonly promisedWorkingDays: number
  }
}) {
  const t = useText('reviews')
  const { language } = usePage()
  const late = of.lateWorkingDays ?? 0
  return (
    <DescriptionList
      items={[
        { term: t('facts.firm'), value: of.intermediary.name },
        { term: t('facts.item'), value: nameIn(language, { nameZh: of.serviceItemNameZh, nameEn: of.serviceItemNameEn }) },
        { term: t('facts.project'), value: of.projectName },
        { term: t('facts.promised'), value: t('facts.days', { count: of.promisedWorkingDays }) },
        { term: t('facts.delivered'), value: of.deliveredAt && <Instant at={of.deliveredAt} /> },
        { term: t('facts.late'), value: late > 0 ? t('facts.lateDays', { count: late }) : t('facts.inTime') },
      ]}
    />
  )
}
