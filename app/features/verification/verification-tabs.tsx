import { useText } from '#app/page-context.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** The three rooms of verification. */
export function VerificationTabs({ current }: { readonly current: 'tasks' | 'findings' | 'plans' }) {
  const t = useText('verification')
  const rooms = [
    { key: 'tasks', to: '/agency/verification', label: t('tasks.tab') },
    { key: 'findings', to: '/agency/findings', label: t('findings.tab') },
    { key: 'plans', to: '/agency/verification/plans', label: t('plans.tab') },
  ]
  return <Tabs label={t('tasks.title')} tabs={rooms.map(({ key, to, label }) => ({ to, label, isCurrent: key === current }))} />
}
