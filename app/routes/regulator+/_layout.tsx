import { Outlet } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { regulatorNavigation } from '#app/shell/navigation.ts'
import { OfficerPage } from '#app/shell/officer-page.tsx'
import { useRootData } from '#app/shell/root-data.ts'

export default function RegulatorLayout() {
  const t = useText('shell')
  const rail = useRootData()?.viewer?.rail ?? []
  const items = regulatorNavigation.filter(({ to }) => rail.includes(to)).map(({ key, to }) => ({ to, label: t(`regulator.${key}`) }))
  return (
    <OfficerPage label={t('area.regulator')} items={items}>
      <Outlet />
    </OfficerPage>
  )
}
