import { nameIn } from '#app/features/listings/name-in.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { ResultRow } from '#app/ui/result-row.tsx'
import type { SelectionRow as Row } from './documents.server.ts'
import { SelectionStateBadge } from './selection-state.tsx'

/** One selection in a list; each has the same shape. */
export function SelectionRow({ of, to, note }: { readonly of: Row; readonly to: string; readonly note?: string }) {
  const t = useText('selection')
  const { language } = usePage()
  return (
    <ResultRow
      to={to}
      title={of.projectName}
      badges={<SelectionStateBadge state={of.state} />}
      code={of.number}
      facts={[
        t(`mode.${of.mode}`),
        nameIn(language, of.serviceItem),
        nameIn(language, of.division),
        t(`fund.${of.fundSource}`),
        `${t('list.owner')} ${of.ownerName}`,
        ...(of.announcedAt ? [t('list.count', { count: of.signUpCount })] : []),
      ]}
      note={
        note ?? (of.state === 'SIGN_UP' && of.signUpClosesAt ? t('list.closesAt', { at: formatInstant(of.signUpClosesAt) }) : undefined)
      }
    />
  )
}
