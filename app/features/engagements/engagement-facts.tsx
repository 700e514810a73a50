import { Link } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import { FeeWords } from '#app/features/catalogue/fee-lines.tsx'
import { sizeWords } from '#app/features/catalogue/fee-words.ts'
import type { FeeTexts } from '#app/features/catalogue/fee-words.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { EngagementData } from './documents.server.ts'

interface Snapshot {
  readonly qualification?: { readonly name: string; readonly certificateNo: string } | null
  readonly standing?: { readonly grade: string; readonly ruleSetVersion: string }
}

/** What was agreed, as it was shown at the choice. */
export function EngagementFacts({ of }: { readonly of: EngagementData }) {
  const t = useText('engagements')
  const { language } = usePage()
  const isEnglish = language === 'en'
  const fees = useText('fees')
  const { qualification, standing } = of.snapshot as Snapshot
  return (
    <DescriptionList
      items={[
        { term: t('detail.project'), value: of.projectName },
        { term: t('detail.item'), value: `${of.serviceItemCode} ${isEnglish ? of.serviceItemNameEn : of.serviceItemNameZh}` },
        {
          term: t('detail.intermediary'),
          value: (
            <>
              <Link to={`/intermediaries/${of.intermediary.uscc}`}>{of.intermediary.name}</Link>{' '}
              <span className="small mute num">{of.intermediary.code}</span>
            </>
          ),
        },
        { term: t('detail.owner'), value: `${of.owner.name} ${of.owner.code}` },
        { term: t('detail.division'), value: isEnglish ? of.divisionNameEn : of.divisionNameZh },
        ...(of.size !== null && of.sizeUnit ? [{ term: fees('engagement.size'), value: sizeWords(of.size, of.sizeUnit, fees) }] : []),
        ...(of.feeSchedule?.unit ? [{ term: fees('engagement.schedule'), value: <FeeWords schedule={of.feeSchedule} /> }] : []),
        { term: t('detail.fee'), value: <b className="num">{formatFen(of.feeFen)}</b> },
        ...(of.deliveredAt ? [{ term: fees('engagement.charged'), value: chargedWords(of, fees) }] : []),
        { term: t('detail.days'), value: t('choose.daysValue', { days: of.promisedWorkingDays }) },
        { term: t('detail.due'), value: <Day on={of.deliverDueOn} /> },
        { term: t('detail.grade'), value: standing?.grade ?? 'N' },
        {
          term: t('detail.qualification'),
          value: qualification ? `${qualification.name} ${qualification.certificateNo}` : t('detail.none'),
        },
        { term: t('detail.rules'), value: standing?.ruleSetVersion ?? '' },
      ]}
    />
  )
}

/** What was charged in the end; nothing said means as agreed. */
function chargedWords({ feeFen, chargedFeeFen }: EngagementData, t: FeeTexts): string {
  if (chargedFeeFen === null || chargedFeeFen === feeFen) return t('engagement.asAgreed')
  return t('engagement.chargedLess', { charged: formatFen(chargedFeeFen), less: formatFen(feeFen - chargedFeeFen) })
}
