import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#domain/access/can.ts'
import { AlertFacts } from '#app/features/supervision/alert-facts.tsx'
import { AlertLevel } from '#app/features/supervision/alert-level.tsx'
import { AlertDocument, HandleAlertDocument } from '#app/features/supervision/documents.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { alert } = await runOperation({ request, context }, AlertDocument, { number })
  if (!alert) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'supervision')
  const isMine = can(context.viewer, 'alert.handle')
  return { title: t('alert.title', { number }), alert, isMine, clientMutationId: newMutationId() }
}

const schema = z.object({ note: z.string().trim().max(4000) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, HandleAlertDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'supervision'))
  return redirect(`/regulator/alerts/${number}`)
}

/** One alert: what was noticed, by which rule, and what came of it. */
export default function Alert() {
  const { title, alert, isMine, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('supervision')
  const { language } = usePage()
  const form = useFormState({ result: useActionData<typeof action>(), labels: { note: t('alert.note') } })
  const { organisationName, subjectName, serviceItem, handledAt } = alert
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/alerts', label: t('alerts.title') }]} current={alert.number} />
      <PageHeading
        title={title}
        lead={
          <>
            {t(`kind.${alert.kind}`)} <AlertLevel level={alert.level} />
          </>
        }
      />
      <div className="columns">
        <div>
          <Sheet title={t('alert.facts')}>
            <AlertFacts facts={(alert.facts ?? {}) as Readonly<Record<string, unknown>>} />
          </Sheet>
          <Sheet title={t('alert.handling')}>
            {alert.state === 'HANDLED' ? (
              <>
                <p>{alert.handlingNote}</p>
                <p className="small mute">
                  {t('alert.handledBy', { name: alert.handledBy ?? '', at: handledAt ? formatInstant(handledAt) : '' })}
                </p>
              </>
            ) : isMine ? (
              <FormFrame form={form} mutationId={clientMutationId}>
                <TextAreaField {...form.field('note')} rows={5} hint={t('alert.noteHint')} />
                <SubmitButton>{t('alert.submit')}</SubmitButton>
              </FormFrame>
            ) : (
              <p className="mute">{t('alert.onlyHandlers')}</p>
            )}
          </Sheet>
        </div>
        <aside>
          <Sheet title={t('alert.basis')}>
            <p>{language === 'en' ? alert.basisEn : alert.basisZh}</p>
            <p className="small mute">{alert.basis}</p>
            <p className="small mute">{t(alert.evidence === 'D' ? 'alert.ownDefault' : 'alert.levelOwn')}</p>
          </Sheet>
          <DescriptionList
            items={[
              { term: t('alerts.columns.state'), value: t(`state.${alert.state}`) },
              { term: t('alert.raised'), value: <Instant at={alert.raisedAt} /> },
              ...(organisationName ? [{ term: t('alert.about'), value: organisationName }] : []),
              ...(subjectName ? [{ term: t('alert.subject'), value: subjectName }] : []),
              ...(serviceItem
                ? [{ term: t('alert.item'), value: <Link to={`/catalogue/${serviceItem.code}`}>{nameIn(language, serviceItem)}</Link> }]
                : []),
            ]}
          />
        </aside>
      </div>
    </>
  )
}
