import { Link } from '@remix-run/react'
import { sizeWords } from '#app/features/catalogue/fee-words.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { formatFen } from '#domain/kernel/money.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { CriteriaTable } from './criteria-table.tsx'
import type { SelectionData } from './documents.server.ts'

/** What the selection asks for, as announced. */
export function SelectionFacts({ of }: { readonly of: SelectionData }) {
  const t = useText('selection')
  const fees = useText('fees')
  const { language } = usePage()
  const { serviceItem, division, size, ceilingFen, maxWorkingDays, preselectionPool, criteria } = of
  return (
    <>
      <DescriptionList
        items={[
          { term: t('detail.project'), value: of.projectName },
          { term: t('detail.owner'), value: of.ownerName },
          { term: t('detail.item'), value: <Link to={`/catalogue/${serviceItem.code}`}>{nameIn(language, serviceItem)}</Link> },
          { term: t('detail.division'), value: nameIn(language, division) },
          { term: t('detail.mode'), value: `${t(`mode.${of.mode}`)}：${t(`modeText.${of.mode}`)}` },
          { term: t('detail.fund'), value: t(`fund.${of.fundSource}`) },
          ...(size !== null && serviceItem.feeUnit ? [{ term: t('detail.size'), value: sizeWords(size, serviceItem.feeUnit, fees) }] : []),
          { term: t('detail.ceiling'), value: ceilingFen === null ? t('detail.noCeiling') : formatFen(ceilingFen) },
          { term: t('detail.maxDays'), value: maxWorkingDays === null ? t('detail.noLimit') : t('detail.days', { days: maxWorkingDays }) },
          ...(preselectionPool
            ? [{ term: t('detail.pool'), value: `${preselectionPool.number} ${nameOfPool(language, preselectionPool)}` }]
            : []),
          { term: t('detail.supervisor'), value: of.supervisorName },
          { term: t('detail.rules'), value: of.ruleSetVersion },
        ]}
      />
      <h3 className="mt-4">{t('detail.requirements')}</h3>
      <p className="prose whitespace-pre-line">{of.requirements}</p>
      {criteria.length > 0 && <CriteriaTable criteria={criteria} />}
      {of.minimumPool !== null && <p className="small mute">{t('detail.minimum', { count: of.minimumPool })}</p>}
    </>
  )
}

const nameOfPool = (language: string, { titleZh, titleEn }: { readonly titleZh: string; readonly titleEn: string }) =>
  language === 'en' ? titleEn : titleZh
