import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { promiseTones } from '#app/features/acceptance/promise-tones.ts'
import { takeCommitmentStep } from '#app/features/commitments/commitment-steps.server.ts'
import { CommitmentDocument } from '#app/features/commitments/documents.server.ts'
import { ReasonForm, ReceiveForm, RejectForm } from '#app/features/commitments/step-forms.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { newMutationId } from '#app/form.server.ts'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
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
    isManager: context.viewer.roles.includes('AGENCY_MANAGER'),
    mutationIds: { RECEIVE: newMutationId(), REJECT: newMutationId(), CONFIRM: newMutationId(), UNTRUE: newMutationId() },
  }
}

export const action = (args: ActionFunctionArgs) => takeCommitmentStep(args, args.params['number'] ?? '')

export default function CommitmentWorkbench() {
  const { title, of, isManager, mutationIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('acceptance')
  const { language } = usePage()
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
              <ReasonForm intent="CONFIRM" {...step('CONFIRM')} />
            </Sheet>
          )}
          <Sheet title={isSupplement ? t('promises.items') : t('published.instead')}>
            <ul>
              {of.items.map((item) => (
                <li key={item.seq} className="mb-2">
                  {nameIn(language, item)}{' '}
                  <span className="small mute">
                    {isSupplement &&
                      (item.deliveredAt ? t('promises.delivered', { at: formatInstant(item.deliveredAt) }) : t('promises.outstanding'))}
                    {item.rejectedAt && ` · ${t('promises.rejected', { at: formatInstant(item.rejectedAt) })}`}
                    {item.secondDueOn && ` · ${t('promises.second', { day: formatDay(item.secondDueOn, language) })}`}
                  </span>
                </li>
              ))}
            </ul>
          </Sheet>
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
                { term: t('promises.promisedOn'), value: <Day on={of.promisedOn} /> },
                { term: t('promises.due'), value: <Day on={of.dueOn} /> },
                { term: t('promises.signer'), value: of.signerName },
                { term: t('case.rules'), value: of.ruleSetVersion },
              ]}
            />
          </Sheet>
          {isManager && (of.state === 'PENDING' || of.state === 'FULFILLED' || of.state === 'MISSED') && (
            <Reasons summary={t('promises.untrue')} isOpen={answer?.intent === 'UNTRUE'}>
              <ReasonForm intent="UNTRUE" {...step('UNTRUE')} />
            </Reasons>
          )}
        </div>
      </div>
    </>
  )
}
