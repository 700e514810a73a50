import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'
import { DoubtedDocument } from '#app/features/verification/documents.server.ts'
import { ProposeForm } from '#app/features/verification/finding-forms.tsx'
import { ProposeUntrueDocument } from '#app/features/verification/mutations.server.ts'
import { PromiseFacts } from '#app/features/verification/promise-facts.tsx'
import { verificationRuleSets } from '#domain/verification/verification-rule-set.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

const numberIn = (request: Request) => new URL(request.url).searchParams.get('commitment') ?? ''

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const { commitment } = await runOperation({ request, context }, DoubtedDocument, { number: numberIn(request) })
  if (!commitment) throw new Response(null, { status: 404 })
  const days = verificationRuleSets.at(-1)?.parameters.defenceWorkingDays.value ?? 0
  return { title: t('propose.title', { number: commitment.number }), commitment, days, mutationId: newMutationId() }
}

const schema = z.object({
  version: z.coerce.number().int(),
  facts: z.string().max(4000),
  basis: z.string().max(2000),
  method: z.string().max(500).optional(),
  serviceMethod: z.enum(serviceMethods).default('PLATFORM'),
  servedOn: z.string().max(20).optional(),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { number: numberIn(args.request), ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ProposeUntrueDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'verification'))
  return redirect(`/agency/findings/${result.finding.number}`)
}

export default function Propose() {
  const { title, commitment, days, mutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('verification')
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/findings', label: t('findings.title') }]} current={title} />
      <PageHeading title={title} lead={t('propose.lead', { days })} />
      <div className="columns">
        <ProposeForm version={commitment.version} mutationId={mutationId} result={result} />
        <Sheet title={t('task.facts')}>
          <PromiseFacts promise={commitment} base="/agency" />
        </Sheet>
      </div>
    </>
  )
}
