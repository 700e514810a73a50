import { useText } from '#app/page-context.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** The pages of an institution's own entry in the register; the texts are upkeep:tabs.<key>. */
const pages = [
  { key: 'overview', to: '/intermediary' },
  { key: 'opportunities', to: '/intermediary/opportunities' },
  { key: 'profile', to: '/intermediary/profile' },
  { key: 'qualifications', to: '/intermediary/qualifications' },
  { key: 'practitioners', to: '/intermediary/practitioners' },
  { key: 'affiliations', to: '/intermediary/affiliations' },
  { key: 'offerings', to: '/intermediary/offerings' },
  { key: 'preselection', to: '/intermediary/preselection' },
  { key: 'credit', to: '/intermediary/credit' },
  { key: 'changes', to: '/intermediary/changes' },
  { key: 'exit', to: '/intermediary/exit' },
] as const

/** On top of every page of an institution's own area, below its heading. */
export function AccountTabs() {
  const t = useText('upkeep')
  return <Tabs label={t('tabs.label')} tabs={pages.map(({ key, to }) => ({ to, label: t(`tabs.${key}`) }))} />
}
