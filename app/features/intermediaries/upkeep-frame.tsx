import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { RegisterChangeKind } from '#domain/intermediaries/register-change.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Day } from '#app/ui/day.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { AccountTabs } from './account-tabs.tsx'
import type { OwnEntry } from './upkeep-documents.server.ts'

/** What stands on top of every page of an institution's own entry: where one is, what has been sent, what runs. */
export function UpkeepFrame({
  title,
  lead,
  entry,
  kind,
  isSent = false,
  children,
}: {
  readonly title: string
  readonly lead: ReactNode
  readonly entry: OwnEntry
  /** The kind of change that this page asks for. */
  readonly kind?: RegisterChangeKind
  readonly isSent?: boolean
  readonly children: ReactNode
}) {
  const t = useText('upkeep')
  const { status, name } = entry.intermediary
  const running = entry.running.find((one) => one.kind === kind)
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary', label: t('tabs.label') }]} current={title} />
      <PageHeading title={title} lead={lead} aside={status === 'LISTED' ? undefined : <Badge tone="warn">{t(`status.${status}`)}</Badge>} />
      <AccountTabs />
      <p className="small mute mb-4">{name}</p>
      {isSent && <NoticeBanner tone="ok" title={t('sent.title')} isResult />}
      {running && (
        <NoticeBanner
          tone="brand"
          title={t('running.title')}
          action={<Link to={`/intermediary/changes/${running.number}`}>{t('running.look')}</Link>}
        >
          <p>
            {running.number} · {t('running.until')} <Day on={running.checkDueOn} />
          </p>
          <p className="small">{t('running.joins')}</p>
        </NoticeBanner>
      )}
      {children}
    </>
  )
}
