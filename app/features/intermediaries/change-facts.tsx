import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { ChangeView } from './upkeep-documents.server.ts'

/** When a change was asked for and why, until when it is checked, and what was decided. */
export function ChangeFacts({ change }: { readonly change: ChangeView }) {
  const t = useText('upkeep')
  const { submittedAt, reasons, state, checkDueOn, isOverdue, checkedAt, checkReasons } = change
  return (
    <DescriptionList
      items={[
        { term: t('field.submittedAt'), value: <Instant at={submittedAt} /> },
        { term: t('reasons'), value: reasons === '' ? '—' : <span className="whitespace-pre-line">{reasons}</span> },
        ...(state === 'SUBMITTED'
          ? [
              {
                term: t('field.checkDueOn'),
                value: (
                  <>
                    <Day on={checkDueOn} /> {isOverdue && <Badge tone="seal">{t('overdue')}</Badge>}
                  </>
                ),
              },
            ]
          : []),
        ...(checkedAt ? [{ term: t('field.checkedAt'), value: <Instant at={checkedAt} /> }] : []),
        ...(checkReasons ? [{ term: t('field.checkReasons'), value: checkReasons }] : []),
      ]}
    />
  )
}
