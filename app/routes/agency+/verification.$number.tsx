import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import { TaskDocument } from '#app/features/verification/documents.server.ts'
import { TrueForm } from '#app/features/verification/finding-forms.tsx'
import { RecordVerificationDocument } from '#app/features/verification/mutations.server.ts'
import { PromiseFacts } from '#app/features/verification/promise-facts.tsx'
import { taskTones } from '#app/features/verification/tones.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const { verificationTask } = await runOperation({ request, context }, TaskDocument, { number: params['number'] ?? '' })
  if (!verificationTask) throw new Response(null, { status: 404 })
  return { title: t('task.title', { number: verificationTask.number }), task: verificationTask, mutationId: newMutationId() }
}

const schema = z.object({ version: z.coerce.number().int(), method: z.string().max(500), findings: z.string().max(4000) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { number, ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, RecordVerificationDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'verification'))
  return redirect(`/agency/verification/${number}`)
}

export default function Task() {
  const { title, task, mutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('verification')
  const mode = useText('acceptance')
  const { state, commitment } = task
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/verification', label: t('tasks.title') }]} current={task.number} />
      <PageHeading title={title} lead={<Badge tone={taskTones[state]}>{t(`state.${state}`)}</Badge>} />
      <div className="columns">
        <div>
          {state === 'OPEN' && (
            <>
              <Sheet title={t('task.record')}>
                <TrueForm version={task.version} mutationId={mutationId} result={result} />
              </Sheet>
              <p>{t('task.doubt')}</p>
              <p className="actions">
                <ButtonLink look="danger" to={`/agency/findings/new?commitment=${commitment.number}`}>
                  {t('task.doubtLink')}
                </ButtonLink>
              </p>
            </>
          )}
          {task.checkedAt !== null && (
            <Sheet title={t('task.result')}>
              <p className="whitespace-pre-line">{task.findings}</p>
              <p className="small mute">
                {task.method} · <Instant at={task.checkedAt} />
              </p>
            </Sheet>
          )}
        </div>
        <div>
          <Sheet title={t('task.facts')}>
            <PromiseFacts
              promise={commitment}
              base="/agency"
              also={[
                { term: t('tasks.mode'), value: mode(`mode.${commitment.mode}`) },
                { term: t('tasks.due'), value: <Day on={task.dueOn} /> },
                { term: t('tasks.source'), value: task.plan?.number ?? t('tasks.always') },
              ]}
            />
          </Sheet>
          {task.steps.length > 0 && (
            <Sheet title={t('task.course')}>
              <ProcedureTimeline steps={task.steps} />
            </Sheet>
          )}
        </div>
      </div>
    </>
  )
}
