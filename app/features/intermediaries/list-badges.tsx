import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'

export interface ShownEntry {
  readonly number: string
  readonly list: 'BLACKLIST' | 'RED_LIST' | 'DISHONESTY'
  readonly reasons: string
  readonly fromOn: string
  readonly untilOn: string | null
  readonly mark: string
}

const tones: Readonly<Record<ShownEntry['list'], Tone>> = { BLACKLIST: 'black', RED_LIST: 'seal', DISHONESTY: 'black' }

/** Where the decision behind an entry is published. */
export const entryAddress = ({ number }: Pick<ShownEntry, 'number'>): string => `/lists/${number}`

/** What stands about an institution: its lists, then a suspension. */
export function ListBadges({
  entries,
  suspendedUntil,
  hasDays = false,
}: {
  readonly entries: readonly ShownEntry[]
  readonly suspendedUntil: string | null
  /** Also says until when. */
  readonly hasDays?: boolean
}) {
  const t = useText('intermediaries')
  return (
    <>
      {entries.map(({ number, list, untilOn, mark }) => (
        <span key={number} className="badge-group">
          <Badge tone={tones[list]}>
            {hasDays && untilOn ? t('page.listedUntil', { list: t(`badge.${list}`), until: untilOn }) : t(`badge.${list}`)}
          </Badge>{' '}
          {mark === 'UNDER_APPEAL' && <Badge tone="warn">{t('badge.underAppeal')}</Badge>}
        </span>
      ))}
      {suspendedUntil !== null && <Badge tone="warn">{t('badge.suspended')}</Badge>}
    </>
  )
}
