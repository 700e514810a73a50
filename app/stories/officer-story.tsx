import { useText } from '#app/page-context.tsx'
import { agencyNavigation } from '#app/shell/navigation.ts'
import { OfficerPage } from '#app/shell/officer-page.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Stepper } from '#app/ui/stepper.tsx'

export const meta = titleMeta
export const loader = () => ({ title: 'Officer' })

/** The officers' frame, at /_ui/officer in development. */
export default function OfficerStory() {
  const t = useText('shell')
  const items = agencyNavigation.map(({ key, to }, index) => ({
    to: index === 1 ? '/_ui/officer' : to,
    label: t(`agency.${key}`),
    count: index === 0 ? 7 : undefined,
  }))
  return (
    <OfficerPage label={t('area.agency')} items={items}>
      <Breadcrumb parents={[{ to: '/agency/accept', label: t('agency.accept') }]} current="道路危险货物运输经营许可" />
      <PageHeading title="豫通危货运输有限公司" />
      <Stepper current={2} steps={[{ label: '信用核查', to: '/_ui' }, { label: '材料' }, { label: '受理方式' }, { label: '承诺书' }]} />
    </OfficerPage>
  )
}
