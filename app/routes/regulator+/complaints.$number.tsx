import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ComplaintFacts } from '#app/features/complaints/complaint-facts.tsx'
import { ComplaintChoicesDocument, ComplaintDocument } from '#app/features/complaints/documents.server.ts'
import { HandlerSteps } from '#app/features/complaints/handler-steps.tsx'
import { stateTones } from '#app/features/complaints/state-tones.ts'
import { stepComplaint } from '#app/features/complaints/step-complaint.server.ts'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const { complaint } = await runOperation(args, ComplaintDocument, { number })
  if (!complaint) throw new Response(null, { status: 404 })
  const choices = complaint.mayHandle ? await runOperation(args, ComplaintChoicesDocument, {}) : null
  const t = await serverText(args.request, 'complaints')
  return { title: t('office.one', { number }), complaint, choices, clientMutationId: newMutationId() }
}

export const action = (args: ActionFunctionArgs) => stepComplaint(args)

/** One report or complaint, with the steps its handler can take now. */
export default function OneComplaint() {
  const { title, complaint, choices, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('complaints')
  const { number, state, clock, steps, mayHandle } = complaint
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/complaints', label: t('office.title') }]} current={number} />
      <PageHeading
        title={title}
        lead={
          <>
            <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge> {clock === 'LATE' && <Badge tone="warn">{t('clock.LATE')}</Badge>}
          </>
        }
      />
      <div className="columns">
        <div>
          <ComplaintFacts complaint={complaint} />
          {mayHandle && choices ? (
            <HandlerSteps complaint={complaint} {...choices} mutationId={clientMutationId} result={result} />
          ) : (
            clock !== 'DONE' && <p className="mute">{t('case.notMine')}</p>
          )}
        </div>
        <Sheet title={t('office.handler')}>
          <p>{complaint.handlerName ?? t('office.nobody')}</p>
          <ProcedureTimeline steps={steps} />
        </Sheet>
      </div>
    </>
  )
}
