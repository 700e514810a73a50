import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { objectionConsequences } from '#domain/selection/objection.ts'
import { DecideObjectionDocument } from '#app/features/selection/bidder-mutations.server.ts'
import { ClarificationList } from '#app/features/selection/clarification-list.tsx'
import { loadSelection } from '#app/features/selection/load-selection.server.ts'
import { ObjectionDecisionForm } from '#app/features/selection/objection-decision-form.tsx'
import { ObjectionList } from '#app/features/selection/objection-list.tsx'
import { reasonTexts } from '#app/features/selection/reason-texts.server.ts'
import { SelectionAlerts } from '#app/features/selection/selection-alerts.tsx'
import { loadSelectionAlerts } from '#app/features/selection/load-alerts.server.ts'
import { SelectionCourse } from '#app/features/selection/selection-course.tsx'
import { SelectionFacts } from '#app/features/selection/selection-facts.tsx'
import { SelectionHeading } from '#app/features/selection/selection-heading.tsx'
import { SelectionRecord } from '#app/features/selection/selection-record.tsx'
import { newMutationId, readForm } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadSelection(args)
  if (!loaded.selection.isSupervised) throw new Response(null, { status: 404 })
  const open = loaded.selection.objections.filter(({ state }) => state === 'OPEN')
  const mutationIds = Object.fromEntries(open.map(({ number }) => [number, newMutationId()]))
  return { ...loaded, open, mutationIds, alerts: await loadSelectionAlerts(args, loaded.selection.number) }
}

const schema = z.object({
  objectionNumber: z.string().max(40),
  outcome: z.enum(['UPHELD', 'REJECTED']),
  consequence: z.enum(objectionConsequences).optional(),
  reasons: z.string().trim().min(1).max(10_000),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const { consequence, ...value } = form.value
  const input = { ...value, consequence: consequence ?? null, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, DecideObjectionDocument, { input })
  if ('code' in result) return form.refuseWith(result, await reasonTexts(args.request))
  return redirect(`/regulator/selections/${number}`)
}

/** One supervised selection: the objections to answer, the key that is awaited, alerts, and the whole course. */
export default function SupervisedSelection() {
  const { title, selection: of, rules, now, open, mutationIds, alerts } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('selection')
  const isKeyAwaited = of.sealing?.state === 'SEALED' && of.state === 'CLOSED'
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/selections', label: t('supervise.title') }]} current={of.number} />
      <SelectionHeading
        of={of}
        title={title}
        actions={
          <>
            {isKeyAwaited && <ButtonLink to="/regulator/keys">{t('supervise.release')}</ButtonLink>}
            <ButtonLink look="ghost" to={`/selections/${of.number}`}>
              {t('mine.public')}
            </ButtonLink>
          </>
        }
      />
      <div className="columns">
        <div>
          {open.map((objection) => (
            <Sheet key={objection.number} title={t('objections.number', { number: objection.number })}>
              <ObjectionDecisionForm
                of={objection}
                mutationId={mutationIds[objection.number]}
                result={result?.values['objectionNumber']?.[0] === objection.number ? result : undefined}
              />
            </Sheet>
          ))}
          <SelectionRecord of={of} rules={rules} />
          <Sheet title={t('objections.title')}>
            <ObjectionList rows={of.objections} />
          </Sheet>
          <Sheet title={t('detail.facts')}>
            <SelectionFacts of={of} />
          </Sheet>
          <Sheet title={t('clarifications.title')}>
            <ClarificationList rows={of.clarifications} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('supervise.alerts')}>
            <SelectionAlerts rows={alerts} />
          </Sheet>
          <SelectionCourse of={of} now={now} />
        </div>
      </div>
    </>
  )
}
