import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AttachForm } from '#app/features/acceptance/attach-form.tsx'
import { CaseCourse } from '#app/features/acceptance/case-course.tsx'
import { CaseFacts } from '#app/features/acceptance/case-facts.tsx'
import { caseTones } from '#app/features/acceptance/case-table.tsx'
import { isOpenState } from '#app/features/acceptance/close-form.tsx'
import { CaseDocument } from '#app/features/acceptance/documents.server.ts'
import { HandInForm } from '#app/features/acceptance/hand-in-form.tsx'
import { LimitFacts } from '#app/features/acceptance/limit-sheet.tsx'
import { takeApplicantStep } from '#app/features/acceptance/applicant-steps.server.ts'
import { WithdrawForm } from '#app/features/acceptance/withdraw-form.tsx'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { approvalCase } = await runOperation({ request, context }, CaseDocument, { number: params['number'] ?? '' })
  if (!approvalCase) throw new Response(null, { status: 404 })
  const { preview: _preview, ...of } = approvalCase
  if (of.state === 'DRAFT') return redirect(`/owner/approvals/${of.number}/draft`)
  const mutationIds = { attach: newMutationId(), handIn: newMutationId(), withdraw: newMutationId() }
  return { title: t('case.title', { number: of.number }), of, mutationIds }
}

export const action = (args: ActionFunctionArgs) => takeApplicantStep(args, `/owner/approvals/${args.params['number'] ?? ''}`)

/** The applicant's own case: where it stands, what it waits for, and what the applicant can do about it. */
export default function MyCase() {
  const { title, of, mutationIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('acceptance')
  const contracts = useText('contracts')
  const intake = useText('intake')
  const paperOf = (paper: string) => `/owner/approvals/${of.number}/${paper}`
  const resultOf = (intent: string) => (answer?.intent === intent ? answer.result : undefined)
  const takesFiles = of.state === 'FILED' || of.state === 'CORRECTION_REQUESTED'
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/approvals', label: t('case.mine') }]} current={of.number} />
      <PageHeading
        title={title}
        lead={<Badge tone={caseTones[of.state]}>{t(`state.${of.state}`)}</Badge>}
        actions={
          <>
            {of.correctionNumber && <ButtonLink to={paperOf('correction-notice')}>{t('case.correctionNotice')}</ButtonLink>}
            {of.nonAcceptanceNumber && <ButtonLink to={paperOf('non-acceptance-notice')}>{intake('paper.nonAcceptance')}</ButtonLink>}
            {of.acceptanceNumber && (
              <ButtonLink look="ghost" to={paperOf('acceptance-notice')}>
                {t('case.acceptanceReceipt')}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="columns">
        <div>
          {takesFiles && of.materials.length > 0 && (
            <Sheet title={intake('handIn.title')}>
              <HandInForm of={of} mutationId={mutationIds.handIn} result={resultOf('HAND_IN')} />
            </Sheet>
          )}
          {of.attachable.length > 0 && isOpenState(of.state) && (
            <Sheet title={contracts('attach.title')}>
              <AttachForm of={of} mutationId={mutationIds.attach} result={resultOf('ATTACH')} side="owner" />
            </Sheet>
          )}
          <CaseFacts of={of} area="/owner" />
        </div>
        <div>
          <CaseCourse of={of} />
          {of.timeLimit && (
            <Sheet title={intake('limit.title')}>
              <LimitFacts of={of} />
            </Sheet>
          )}
          {isOpenState(of.state) && (
            <Sheet title={intake('withdraw.title')}>
              <WithdrawForm version={of.version} mutationId={mutationIds.withdraw} result={resultOf('WITHDRAW')} />
            </Sheet>
          )}
        </div>
      </div>
    </>
  )
}
