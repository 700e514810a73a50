import { Outlet } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { regulatorNavigation } from '#app/shell/navigation.ts'
import { OfficerPage } from '#app/shell/officer-page.tsx'

export default function RegulatorLayout() {
  const t = useText('shell')
  return (
    <OfficerPage label={t('area.regulator')} items={regulatorNavigation.map(({ key, to }) => ({ to, label: t(`regulator.${key}`) }))}>
      <Outlet />
    </OfficerPage>
  )
}
