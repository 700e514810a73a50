import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { CaseData } from './documents.server.ts'
import { modeRefusalText } from './reason-text.ts'

/** How an application could be received as it is now, each refused way with every reason and its clause. */
export function ModesAhead({ modes }: { readonly modes: NonNullable<CaseData['preview']>['modes'] }) {
  const t = useText('intake')
  const acceptance = useText('acceptance')
  return (
    <ul>
      {modes.map(({ mode, isAllowed, reasons }) => (
        <li key={mode} className="mb-2">
          {acceptance(`mode.${mode}`)}{' '}
          <Badge tone={isAllowed ? 'ok' : 'neutral'}>{isAllowed ? t('draft.allowed') : t('draft.refused')}</Badge>
          {reasons.map((reason) => (
            <div key={reason.code} className="small mute">
              {modeRefusalText(reason, acceptance)} {acceptance('clause', { clause: reason.clause })}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
