import { Outlet } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { agencyNavigation } from '#app/shell/navigation.ts'
import { OfficerPage } from '#app/shell/officer-page.tsx'
import { useRootData } from '#app/shell/root-data.ts'

export default function AgencyLayout() {
  const t = useText('shell')
  const roles = useRootData()?.viewer?.roles ?? []
  // Keys are the manager's business.
  const items = agencyNavigation.filter(({ key }) => key !== 'apiKeys' || roles.includes('AGENCY_MANAGER'))
  return (
    <OfficerPage label={t('area.agency')} items={items.map(({ key, to }) => ({ to, label: t(`agency.${key}`) }))}>
      <Outlet />
    </OfficerPage>
  )
}
