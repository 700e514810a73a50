import { nameIn } from '#app/features/listings/name-in.ts'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import type { CommitmentData } from './documents.server.ts'

/** What was promised: each material with its day, its receipt and what became of it. */
export function CommitmentItems({ items, isSupplement }: { readonly items: CommitmentData['items']; readonly isSupplement: boolean }) {
  const t = useText('acceptance')
  const own = useText('commitments')
  const { language } = usePage()
  return (
    <ul>
      {items.map((item) => (
        <li key={item.seq} className="mb-2">
          {nameIn(language, item)}{' '}
          <span className="small mute">
            {isSupplement &&
              (item.deliveredAt ? t('promises.delivered', { at: formatInstant(item.deliveredAt) }) : t('promises.outstanding'))}
            {item.dueOn && ` · ${own('ownDay', { day: formatDay(item.dueOn, language) })}`}
            {item.rejectedAt && ` · ${t('promises.rejected', { at: formatInstant(item.rejectedAt) })}`}
            {item.secondDueOn && ` · ${t('promises.second', { day: formatDay(item.secondDueOn, language) })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
