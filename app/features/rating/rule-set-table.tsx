import { Link } from '@remix-run/react'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { RuleSetView } from './documents.server.ts'

/** In force, coming, replaced, or where the draft stands. `latest` is the newest version in force of the city's. */
export function RuleSetState({ of, isReplaced }: { readonly of: RuleSetView; readonly isReplaced: boolean }) {
  const t = useText('rating')
  if (of.state !== 'PUBLISHED') return <Badge>{t(`rules.state.${of.state}`)}</Badge>
  if (!of.isInForce) return <Badge tone="warn">{t('rules.coming', { day: of.effectiveFrom ?? '' })}</Badge>
  return isReplaced ? <Badge>{t('rules.past')}</Badge> : <Badge tone="ok">{t('rules.inForce')}</Badge>
}

/** Versions with their state; each leads to its page below `to`. Newest first, as the API gives them. */
export function RuleSetTable({ rows, to, empty }: { readonly rows: readonly RuleSetView[]; readonly to: string; readonly empty: string }) {
  const t = useText('rating')
  const { language } = usePage()
  const newest = rows.filter(({ isInForce }) => isInForce).toSorted(byEffect)
  const isReplaced = (one: RuleSetView) =>
    newest.some(
      (other) => other.isIndustry === one.isIndustry && sharesItem(other, one) && (other.effectiveFrom ?? '') > (one.effectiveFrom ?? ''),
    )
  return (
    <DataTable
      caption={t('rules.title')}
      isCaptionHidden
      columns={[
        {
          key: 'version',
          title: t('rules.version'),
          cell: ({ version }) => <Link to={`${to}/${encodeURIComponent(version)}`}>{version}</Link>,
        },
        { key: 'state', title: t('rules.stateTitle'), cell: (one) => <RuleSetState of={one} isReplaced={isReplaced(one)} /> },
        { key: 'from', title: t('rules.effectiveFrom'), cell: ({ effectiveFrom }) => effectiveFrom && <Day on={effectiveFrom} /> },
        { key: 'body', title: t('rules.body'), cell: (one) => (language === 'en' ? one.bodyEn : one.bodyZh) ?? t('rules.city') },
        { key: 'items', title: t('rules.items'), cell: ({ serviceItemCodes }) => serviceItemCodes.join(' ') || t('rules.allItems') },
      ]}
      rows={rows}
      rowKey={({ version }) => version}
      empty={empty}
    />
  )
}

const byEffect = (a: RuleSetView, b: RuleSetView): number => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1)

const sharesItem = (a: RuleSetView, b: RuleSetView): boolean =>
  !a.isIndustry || a.serviceItemCodes.some((code) => b.serviceItemCodes.includes(code))
