import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { promiseTones } from '#app/features/acceptance/promise-tones.ts'
import { takeCommitmentStep } from '#app/features/commitments/commitment-steps.server.ts'
import { CommitmentDocument } from '#app/features/commitments/documents.server.ts'
import { CommitmentItems } from '#app/features/commitments/commitment-items.tsx'
import { DeliveryList } from '#app/features/commitments/delivery-list.tsx'
import { SignatureFacts } from '#app/features/commitments/signature-facts.tsx'
import { ConfirmForm, ExtendForm, ReceiveForm, RejectForm } from '#app/features/commitments/step-forms.tsx'
import { ProcedureFileList } from '#app/features/files/procedure-file-list.tsx'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import { newMutationId } from '#app/form.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { commitment } = await runOperation({ request, context }, CommitmentDocument, { number: params['number'] ?? '' })
  if (!commitment) throw new Response(null, { status: 404 })
  const { letter: _letter, ...of } = commitment
  return {
    title: t('promises.of', { number: of.number }),
    of,
    mutationIds: { RECEIVE: newMutationId(), REJECT: newMutationId(), CONFIRM: newMutationId(), EXTEND: newMutationId() },
  }
}

export const action = (args: ActionFunctionArgs) => takeCommitmentStep(args, args.params['number'] ?? '')

export default function CommitmentWorkbench() {
  const { title, of, mutationIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('acceptance')
  const own = useText('commitments')
  const verification = useText('verification')
  const step = (intent: keyof typeof mutationIds) => ({
    version: of.version,
    mutationId: mutationIds[intent],
    result: answer?.intent === intent ? answer.result : undefined,
  })
  const isSupplement = of.mode === 'TOLERANT_ACCEPTANCE'
  const outstanding = of.items.filter(({ isDelivered }) => !isDelivered)
  const delivered = of.items.filter(({ isDelivered }) => isDelivered)
  const isRunning = of.case.state === 'ACCEPTED'
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/commitments', label: t('promises.title') }]} current={of.number} />
      <PageHeading
        title={title}
        lead={
          <>
            {of.applicant.name} <Badge tone={promiseTones[of.state]}>{t(`promiseState.${of.state}`)}</Badge>
          </>
        }
        actions={
          <ButtonLink look="ghost" to={`/agency/commitments/${of.number}/letter`}>
            {t('case.letter')}
          </ButtonLink>
        }
      />
      <div className="columns">
        <div>
          {isSupplement && of.state === 'PENDING' && outstanding.length > 0 && (
            <Sheet title={t('promises.receive')}>
              <ReceiveForm items={outstanding} {...step('RECEIVE')} />
            </Sheet>
          )}
          {isSupplement && isRunning && delivered.length > 0 && (of.state === 'PENDING' || of.state === 'FULFILLED') && (
            <Sheet title={t('promises.reject')}>
              <RejectForm items={delivered} {...step('REJECT')} />
            </Sheet>
          )}
          {!isSupplement && of.state === 'PENDING' && (
            <Sheet title={t('promises.confirm')}>
              <ConfirmForm {...step('CONFIRM')} />
            </Sheet>
          )}
          <Sheet title={isSupplement ? t('promises.items') : t('published.instead')}>
            <CommitmentItems items={of.items} isSupplement={isSupplement} />
          </Sheet>
          {isSupplement && (
            <Sheet title={own('deliveries')}>
              <DeliveryList deliveries={of.deliveries} items={of.items} />
            </Sheet>
          )}
          {of.breaches.length > 0 && (
            <Sheet title={t('promises.breaches')}>
              <ul>
                {of.breaches.map((breach) => (
                  <li key={breach.recordedAt + breach.kind} className="mb-2">
                    <Badge tone={breach.annulledAt ? 'neutral' : 'warn'}>{t(`breach.${breach.kind}`)}</Badge> {breach.reason}{' '}
                    <span className="small mute">
                      <Instant at={breach.recordedAt} />
                      {breach.annulledAt && ` · ${t('mine.annulled', { at: formatInstant(breach.annulledAt) })}`}
                    </span>
                  </li>
                ))}
              </ul>
            </Sheet>
          )}
        </div>
        <div>
          <Sheet title={t('case.facts')}>
            <DescriptionList
              items={[
                { term: t('promises.case'), value: <Link to={`/agency/cases/${of.case.number}`}>{of.case.number}</Link> },
                { term: t('case.mode'), value: t(`mode.${of.mode}`) },
              ]}
            />
            <SignatureFacts of={of} />
            {of.state !== 'UNTRUE' && of.state !== 'WITHDRAWN' && (
              <p className="actions">
                <ButtonLink look="ghost" isSmall to={`/agency/findings/new?commitment=${of.number}`}>
                  {verification('task.doubtLink')}
                </ButtonLink>
              </p>
            )}
          </Sheet>
          {isSupplement && of.isExtendable && (
            <Sheet title={own('extend')}>
              <ExtendForm latestOn={of.latestDueOn} {...step('EXTEND')} />
            </Sheet>
          )}
          <Sheet title={own('files')}>{of.files.length === 0 ? <p>{own('noFiles')}</p> : <ProcedureFileList files={of.files} />}</Sheet>
          <Sheet title={own('course')}>
            <ProcedureTimeline steps={of.steps} />
          </Sheet>
        </div>
      </div>
    </>
  )
}
