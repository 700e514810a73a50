import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import type { NominationRow } from './red-list-documents.server.ts'

const tones: Readonly<Record<NominationRow['state'], Tone>> = {
  NOMINATED: 'warn',
  PUBLICITY: 'brand',
  LISTED: 'seal',
  NOT_LISTED: 'neutral',
  WITHDRAWN: 'neutral',
}

export function NominationBadge({ state }: { readonly state: NominationRow['state'] }) {
  const t = useText('lists')
  return <Badge tone={tones[state]}>{t(`nominationState.${state}`)}</Badge>
}

/** Nominations, each with where it stands. `base` is the area they are handled in. */
export function NominationTable({
  rows,
  caption,
  base,
}: {
  readonly rows: readonly NominationRow[]
  readonly caption: string
  readonly base: string
}) {
  const t = useText('lists')
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={[
        {
          key: 'party',
          title: t('nominations.party'),
          cell: ({ number, party }) => (
            <>
              <Link to={`${base}/${number}`}>{party.name}</Link>
              <div className="small mute num">{party.code}</div>
            </>
          ),
        },
        { key: 'number', title: t('nominations.number'), cell: ({ number }) => <span className="num">{number}</span> },
        { key: 'state', title: t('nominations.state'), cell: ({ state }) => <NominationBadge state={state} /> },
        { key: 'origin', title: t('nominations.origin'), cell: ({ origin, authority }) => authority ?? t(`origin.${origin}`) },
        { key: 'at', title: t('nominations.nominatedAt'), cell: ({ nominatedAt }) => <Instant at={nominatedAt} /> },
        { key: 'until', title: t('nominations.publicUntil'), cell: ({ publicUntilOn }) => publicUntilOn && <Day on={publicUntilOn} /> },
      ]}
      rows={rows}
      rowKey={({ number }) => number}
      empty={t('nominations.empty')}
    />
  )
}
