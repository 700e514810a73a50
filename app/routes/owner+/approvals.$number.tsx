import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AttachForm } from '#app/features/acceptance/attach-form.tsx'
import { attachedResult } from '#app/features/acceptance/attached-result.server.ts'
import { OfferDeliverableDocument } from '#app/features/acceptance/case-mutations.server.ts'
import { isOpenState } from '#app/features/acceptance/close-form.tsx'
import { CaseFacts } from '#app/features/acceptance/case-facts.tsx'
import { caseTones } from '#app/features/acceptance/case-table.tsx'
import { CaseDocument } from '#app/features/acceptance/documents.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
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
  return { title: t('case.title', { number: of.number }), of, clientMutationId: newMutationId() }
}

const schema = z.object({ version: z.coerce.number().int(), result: attachedResult })

/** Offers a result of an own engagement as a material. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const { version, result: picked } = form.value
  const input = { number, version, ...picked, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, OfferDeliverableDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'contracts'))
  return redirect(`/owner/approvals/${number}`)
}

/** The applicant's own case. */
export default function MyCase() {
  const { title, of, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('acceptance')
  const contracts = useText('contracts')
  const paperOf = (paper: string) => `/owner/approvals/${of.number}/${paper}`
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/approvals', label: t('case.mine') }]} current={of.number} />
      <PageHeading
        title={title}
        lead={<Badge tone={caseTones[of.state]}>{t(`state.${of.state}`)}</Badge>}
        actions={
          <>
            {of.mode === 'CORRECTION_NOTICE' && <ButtonLink to={paperOf('correction-notice')}>{t('case.correctionNotice')}</ButtonLink>}
            {of.acceptedAt && (
              <ButtonLink look="ghost" to={paperOf('acceptance-notice')}>
                {t('case.acceptanceReceipt')}
              </ButtonLink>
            )}
          </>
        }
      />
      {of.attachable.length > 0 && isOpenState(of.state) && (
        <Sheet title={contracts('attach.title')}>
          <AttachForm of={of} mutationId={clientMutationId} result={result} side="owner" />
        </Sheet>
      )}
      <CaseFacts of={of} area="/owner" />
    </>
  )
}
