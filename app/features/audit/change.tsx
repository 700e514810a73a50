import { useText } from '#app/page-context.tsx'
import { CompareTable } from '#app/ui/compare-table.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { changedValues } from './changed-values.ts'

/** Before and after of one audit line, side by side. */
export function Change({ before, after, requestId }: { readonly before: unknown; readonly after: unknown; readonly requestId: string }) {
  const t = useText('audit')
  const changes = changedValues(before, after)
  if (changes.length === 0) return <span className="mute">{t('noChange')}</span>
  return (
    <Reasons summary={t('changeOf', { count: changes.length })}>
      <CompareTable
        caption={t('change')}
        things={[
          { key: 'before', title: t('before') },
          { key: 'after', title: t('after') },
        ]}
        rows={changes.map((change) => ({ label: change.name, cells: [change.before ?? '—', change.after ?? '—'] }))}
      />
      <p className="small mute">
        {t('requestId')} <span className="code">{requestId}</span>
      </p>
    </Reasons>
  )
}
