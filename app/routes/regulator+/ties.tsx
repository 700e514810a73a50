import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { affiliationKinds } from '#domain/intermediaries/affiliation.ts'
import { EntryChoicesDocument } from '#app/features/intermediaries/entry-documents.server.ts'
import { RecordTieForm } from '#app/features/intermediaries/tie-forms.tsx'
import { RecordTieDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  const { searchParams } = new URL(args.request.url)
  const choices = await runOperation(args, EntryChoicesDocument, {})
  const recorded = (searchParams.get('recorded') ?? '').slice(0, 40)
  return { title: t('affiliations.record'), choices, recorded, clientMutationId: newMutationId() }
}

const schema = z.object({
  uscc: z.string().max(40),
  tie: z.object({
    kind: z.enum(affiliationKinds),
    partyName: z.string().max(200),
    partyUscc: z.string().max(40).optional(),
    agencyId: z.string().max(40).optional(),
    sharePercent: z.coerce.number().gt(0).max(100).optional(),
    fromOn: z.string().max(10),
    note: z.string().max(300).default(''),
  }),
  reasons: z.string().min(5).max(2000),
  evidence: z.string().min(2).max(1000),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, RecordTieDocument, { input })
  if (result.__typename !== 'RecordTiePayload') return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect(`/regulator/ties?recorded=${encodeURIComponent(result.uscc)}`)
}

/** 登记关联关系: what an institution did not declare, with reasons and evidence. */
export default function RecordTie() {
  const { title, choices, recorded, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  return (
    <>
      <PageHeading title={title} lead={t('affiliations.recordLead')} />
      {recorded !== '' && (
        <NoticeBanner
          tone="ok"
          title={t('affiliations.recorded')}
          isResult
          action={<Link to={`/intermediaries/${recorded}`}>{t('office.publicPage')}</Link>}
        />
      )}
      <Sheet title={title}>
        <RecordTieForm result={useActionData<typeof action>()} mutationId={clientMutationId} choices={choices} />
      </Sheet>
    </>
  )
}
