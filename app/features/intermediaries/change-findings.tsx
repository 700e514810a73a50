import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { textFacts } from './text-facts.ts'
import type { ChangeView } from './upkeep-documents.server.ts'

/** What the automatic checks say today: what blocks, and what is for the officer to weigh. */
export function ChangeFindings({ findings }: { readonly findings: ChangeView['findings'] }) {
  const t = useText('upkeep')
  if (findings.length === 0) return <p>{t('findings.none')}</p>
  return (
    <ul className="plain-list">
      {findings.map(({ code, isBlocking, facts }, index) => (
        <li key={index}>
          <Badge tone={isBlocking ? 'seal' : 'warn'}>{t(isBlocking ? 'findings.blocks' : 'findings.note')}</Badge>{' '}
          {t.optional(`finding.${code}`, textFacts(facts)) ?? code}
        </li>
      ))}
    </ul>
  )
}
