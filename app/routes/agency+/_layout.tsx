import { Outlet } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { agencyNavigation } from '#app/shell/navigation.ts'
import { OfficerPage } from '#app/shell/officer-page.tsx'

export default function AgencyLayout() {
  const t = useText('shell')
  return (
    <OfficerPage label={t('area.agency')} items={agencyNavigation.map(({ key, to }) => ({ to, label: t(`agency.${key}`) }))}>
      <Outlet />
    </OfficerPage>
  )
}
