import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'

export interface ClarificationView {
  readonly key: string
  readonly question: string
  readonly askedAt: string
  readonly answer: string | null
  readonly answeredAt: string | null
}

/** Questions and answers, as everyone sees them; who asked stays unsaid. */
export function ClarificationList({ rows }: { readonly rows: readonly ClarificationView[] }) {
  const t = useText('selection')
  return (
    <>
      <p className="small mute mb-3">{t('clarifications.lead')}</p>
      {rows.length === 0 && <p>{t('clarifications.none')}</p>}
      <ul className="plain-list">
        {rows.map(({ key, question, askedAt, answer, answeredAt }) => (
          <li key={key}>
            <p className="whitespace-pre-line">
              <b>{t('clarifications.question')}</b> {question}
            </p>
            <p className="small mute">
              <Instant at={askedAt} />
            </p>
            {answer === null ? (
              <p className="mute">{t('clarifications.waiting')}</p>
            ) : (
              <>
                <p className="whitespace-pre-line">
                  <b>{t('clarifications.answer')}</b> {answer}
                </p>
                {answeredAt && (
                  <p className="small mute">
                    <Instant at={answeredAt} />
                  </p>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
