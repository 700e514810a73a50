import { useText } from '#app/page-context.tsx'
import { Day } from '#app/ui/day.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { ChangeData } from './change-documents.server.ts'

/** Every step that was taken, with who, when, what opinion, on which document; then what it waits for. */
export function ChangeTimeline({ of }: { readonly of: ChangeData }) {
  const t = useText('catalogueChanges')
  const [next] = of.nextSteps
  const taken = of.steps.map(({ key, kind, onDay, actorName, organisationName, opinion, documentNo, attachment }) => ({
    key,
    when: <Day on={onDay} />,
    title: t(`step.${kind}`),
    state: 'done' as const,
    detail: (
      <>
        <div>{opinion}</div>
        <div className="small mute">
          {organisationName} · {actorName}
          {documentNo && ` · ${t('change.document')} ${documentNo}`}
        </div>
        {attachment && (
          <div className="small">
            <a href={`/resources/change-attachment/${attachment.key}`} download>
              {t('change.download', { name: attachment.fileName })}
            </a>
          </div>
        )}
      </>
    ),
  }))
  const ahead = next
    ? [
        {
          key: 'next',
          when: '',
          title: t(`step.${next.step}`),
          detail: <span className="small mute">{t('change.waitsFor', { by: t.optional(`by.${next.by}`) ?? next.by })}</span>,
          state: 'current' as const,
        },
      ]
    : []
  return <Timeline label={t('change.timeline')} entries={[...taken, ...ahead]} />
}
