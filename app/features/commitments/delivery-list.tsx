import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import type { CommitmentData } from './documents.server.ts'

/** 补交记录: every delivery, the rejected ones with their reasons. */
export function DeliveryList({ deliveries, items }: Pick<CommitmentData, 'deliveries' | 'items'>) {
  const t = useText('commitments')
  const { language } = usePage()
  const nameOf = (seq: number) => {
    const item = items.find((one) => one.seq === seq)
    return item ? nameIn(language, item) : String(seq)
  }
  if (deliveries.length === 0) return <p>{t('noDeliveries')}</p>
  return (
    <ul>
      {deliveries.map((one) => (
        <li key={`${one.seq} ${one.deliveredAt} ${one.fileKey ?? ''}`} className="mb-2">
          {t('delivery', { name: nameOf(one.seq), channel: t(`channel.${one.channel}`) })}{' '}
          {one.fileKey && (
            <a href={`/resources/files/${one.fileKey}`} download>
              {one.fileName}
            </a>
          )}{' '}
          <span className="small mute">
            <Instant at={one.deliveredAt} />
          </span>
          {one.rejectedAt && (
            <p className="small">
              {t('rejectedBecause', { reason: one.rejectReasons ?? '' })} · <Instant at={one.rejectedAt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
