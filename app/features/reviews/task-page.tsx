import { formatDay } from '#app/i18n/format.ts'
import type { FormResult } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ReviewTaskView } from './documents.server.ts'
import { MarksForm } from './marks-form.tsx'
import { ReviewedFacts } from './reviewed-facts.tsx'

/** The form of authority and centre for one engagement. */
export function TaskPage({
  task,
  base,
  mutationId,
  result,
}: {
  readonly task: ReviewTaskView
  readonly base: string
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('reviews')
  const form = useText('form')
  const { language } = usePage()
  return (
    <>
      <Breadcrumb parents={[{ to: base, label: t('queue.title') }]} current={task.number} />
      <PageHeading title={t('of', { number: task.number })} lead={t(`rater.${task.rater}`)} />
      <div className="columns">
        <Sheet title={t('give.title')}>
          {task.refusal ? (
            <p>{refusalText({ code: task.refusal, facts: task.refusalFacts }, t, form)}</p>
          ) : (
            <>
              <p className="small mute mb-3">
                {task.lastOn ? t('give.lead', { lastOn: formatDay(task.lastOn, language) }) : t('give.leadOpen')}
              </p>
              <MarksForm mutationId={mutationId} result={result} hidden={{ version: task.version }} submit={t('give.submit')} />
            </>
          )}
        </Sheet>
        <Sheet title={t('queue.number')}>
          <ReviewedFacts of={task} />
        </Sheet>
      </div>
    </>
  )
}
