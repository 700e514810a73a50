import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeApplicantStep } from '#app/features/acceptance/applicant-steps.server.ts'
import { AttachForm } from '#app/features/acceptance/attach-form.tsx'
import { CaseDocument } from '#app/features/acceptance/documents.server.ts'
import { DraftFiles } from '#app/features/acceptance/draft-files.tsx'
import { DraftForm } from '#app/features/acceptance/draft-form.tsx'
import { DiscardForm } from '#app/features/acceptance/discard-form.tsx'
import { FilingGaps } from '#app/features/acceptance/filing-gaps.tsx'
import { HandInForm } from '#app/features/acceptance/hand-in-form.tsx'
import { AgenciesDocument } from '#app/features/acceptance/intake-mutations.server.ts'
import { ModesAhead } from '#app/features/acceptance/modes-ahead.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'intake')
  const { approvalCase: of } = await runOperation({ request, context }, CaseDocument, { number: params['number'] ?? '' })
  if (!of) throw new Response(null, { status: 404 })
  if (of.state !== 'DRAFT') return redirect(`/owner/approvals/${of.number}`)
  const { approvingAgencies } = await runOperation({ request, context }, AgenciesDocument, {})
  const mutationIds = { save: newMutationId(), handIn: newMutationId(), attach: newMutationId(), discard: newMutationId() }
  return { title: t('draft.title', { number: of.number }), of, approvingAgencies, mutationIds }
}

export const action = (args: ActionFunctionArgs) => takeApplicantStep(args, `/owner/approvals/${args.params['number'] ?? ''}/draft`)

/** An application as the applicant puts it together: what is missing, its materials, then one button to file it. */
export default function Draft() {
  const { title, of, approvingAgencies, mutationIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('intake')
  const acceptance = useText('acceptance')
  const contracts = useText('contracts')
  const { language } = usePage()
  const resultOf = (...intents: string[]) => (answer && intents.includes(answer.intent) ? answer.result : undefined)
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/approvals', label: acceptance('case.mine') }]} current={of.number} />
      <PageHeading
        title={title}
        lead={`${nameIn(language, of.approvalItem)} · ${t('draft.lead')}`}
        actions={
          <ButtonLink look="ghost" to={`/guides/${of.approvalItem.code}`}>
            {t('draft.guide')}
          </ButtonLink>
        }
      />
      <div className="columns">
        <div>
          <Sheet title={t('handIn.title')}>
            <HandInForm of={of} mutationId={mutationIds.handIn} result={resultOf('HAND_IN')} />
          </Sheet>
          {of.attachable.length > 0 && (
            <Sheet title={contracts('attach.title')}>
              <AttachForm of={of} mutationId={mutationIds.attach} result={resultOf('ATTACH')} side="owner" />
            </Sheet>
          )}
          <Sheet title={t('draft.materials')}>
            <DraftFiles of={of} result={resultOf('REMOVE')} />
          </Sheet>
          <Sheet title={t('draft.form')}>
            <DraftForm of={of} agencies={approvingAgencies} mutationId={mutationIds.save} result={resultOf('SAVE', 'FILE')} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('draft.missing')}>
            <FilingGaps of={of} />
          </Sheet>
          {of.preview && (
            <Sheet title={t('draft.modes')}>
              <ModesAhead modes={of.preview.modes} />
            </Sheet>
          )}
          <Sheet title={t('draft.discard')}>
            <DiscardForm version={of.version} mutationId={mutationIds.discard} result={resultOf('DISCARD')} />
          </Sheet>
        </div>
      </div>
    </>
  )
}
