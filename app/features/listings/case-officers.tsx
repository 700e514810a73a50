import { useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { CaseData } from './documents.server.ts'

/** Who reported, investigates and decides; officials see it, the party does not. */
export function CaseOfficers({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  if (!of.officers) return null
  const { reporter, investigator, decider } = of.officers
  return (
    <Sheet title={t('case.officers')}>
      <DescriptionList
        items={[
          { term: t('case.reporter'), value: reporter ?? (of.kind === 'BROKEN_COMMITMENTS' ? t('case.system') : t('case.nobody')) },
          { term: t('case.investigator'), value: investigator ?? t('case.nobody') },
          { term: t('case.decider'), value: decider ?? t('case.nobody') },
        ]}
      />
    </Sheet>
  )
}
