import { Outlet } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { agencyNavigation } from '#app/shell/navigation.ts'
import { OfficerPage } from '#app/shell/officer-page.tsx'
import { useRootData } from '#app/shell/root-data.ts'

export default function AgencyLayout() {
  const t = useText('shell')
  const rail = useRootData()?.viewer?.rail ?? []
  const items = agencyNavigation.filter(({ to }) => rail.includes(to)).map(({ key, to }) => ({ to, label: t(`agency.${key}`) }))
  return (
    <OfficerPage label={t('area.agency')} items={items}>
      <Outlet />
    </OfficerPage>
  )
}
