import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ChangeData } from './change-documents.server.ts'
import { FieldChanges, FieldValue } from './field-value.tsx'

/** What is proposed, why, and what it changes field by field. */
export function ChangeFacts({ of }: { readonly of: ChangeData }) {
  const t = useText('catalogueChanges')
  const none = t('value.none')
  return (
    <>
      <Sheet title={t('change.proposal')}>
        <DescriptionList
          items={[
            { term: t('columns.item'), value: <Link to={`/catalogue/${of.itemCode}`}>{of.itemCode}</Link> },
            { term: t('columns.route'), value: t(`routeDetail.${of.route}`) },
            { term: t('columns.agency'), value: of.applyingAgencyName },
            { term: t('change.office'), value: of.officeName ?? none },
            { term: t('change.reasons'), value: of.reasons },
            { term: t('change.legalBasis'), value: of.legalBasis },
            ...(of.cancellingDocument ? [{ term: t('change.cancellingDocument'), value: of.cancellingDocument }] : []),
            ...(of.baseVersion
              ? [{ term: t('change.baseVersion'), value: t('change.baseVersionValue', { version: of.baseVersion }) }]
              : []),
            ...(of.effectiveOn ? [{ term: t('change.effectiveOn'), value: <Day on={of.effectiveOn} /> }] : []),
            ...(of.editionNumber ? [{ term: t('change.edition'), value: t('change.editionValue', { number: of.editionNumber }) }] : []),
            { term: t('change.rules'), value: of.ruleSetVersion },
          ]}
        />
      </Sheet>
      {of.baseVersion === null ? (
        <Sheet title={t('change.newItem')}>
          <DescriptionList
            items={Object.entries(of.content).map(([field, value]) => ({
              term: t.optional(`field.${field}`) ?? field,
              value: <FieldValue field={field} value={value} />,
            }))}
          />
        </Sheet>
      ) : (
        <Sheet title={t('change.differences')}>
          <FieldChanges changes={of.differences} caption={t('change.differences')} empty={t('change.differencesNone')} />
        </Sheet>
      )}
    </>
  )
}
