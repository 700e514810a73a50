import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { FieldChanges } from './field-value.tsx'
import type { VersionView } from './load-history.server.ts'

/** The entry's versions, the newest first, each with what it changed. */
export function ItemVersions({ versions }: { readonly versions: readonly VersionView[] }) {
  const t = useText('catalogueChanges')
  const { language } = usePage()
  if (versions.length === 0) return null
  const entries = versions.map(({ version, effectiveOn, edition, changes, standing }) => ({
    key: String(version),
    when: formatDay(effectiveOn, language),
    title: (
      <>
        {t('versions.version', { version })} {standing === 'IN_FORCE' && <Badge tone="ok">{t('versions.inForce')}</Badge>}
        {standing === 'COMING' && <Badge tone="brand">{t('versions.coming', { day: formatDay(effectiveOn, language) })}</Badge>}
      </>
    ),
    detail: (
      <>
        <div className="small mute">
          {language === 'en' ? edition.titleEn : edition.titleZh}
          {edition.documentNo && ` · ${edition.documentNo}`}
        </div>
        {changes.length > 0 && (
          <Reasons summary={t('change.differences')}>
            <FieldChanges changes={changes} caption={t('versions.version', { version })} empty="" />
          </Reasons>
        )}
      </>
    ),
    state: standing === 'COMING' ? ('ahead' as const) : standing === 'IN_FORCE' ? ('current' as const) : ('done' as const),
  }))
  return (
    <Sheet title={t('versions.title')} id="versions">
      <Timeline label={t('versions.title')} entries={entries} />
      <p className="small">
        <Link to="/catalogue/compare">{t('versions.compare')}</Link>
      </p>
    </Sheet>
  )
}
