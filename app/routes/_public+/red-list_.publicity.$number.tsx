import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CriteriaTable } from '#app/features/listings/criteria-table.tsx'
import { NominationFacts } from '#app/features/listings/nomination-facts.tsx'
import { NominationInPublicityDocument } from '#app/features/listings/red-list-documents.server.ts'
import { ObjectToNominationDocument } from '#app/features/listings/red-list-mutations.server.ts'
import { ObjectionForm } from '#app/features/procedures/objection-form.tsx'
import { anonymousObjectionSchema } from '#app/features/procedures/objection.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const { nominationInPublicity: nomination } = await runOperation(args, NominationInPublicityDocument, { number })
  if (!nomination) throw new Response(null, { status: 404 })
  const received = new URL(args.request.url).searchParams.get('received')
  const t = await serverText(args.request, 'lists')
  return { title: `${nomination.party.name} · ${t('publicity.title')}`, nomination, received, clientMutationId: newMutationId() }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, anonymousObjectionSchema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ObjectToNominationDocument, { input })
  if (result.__typename !== 'ObjectToNominationPayload') return form.refuseWith(result, await serverText(args.request, 'lists'))
  return redirect(`/red-list/publicity/${number}?received=${result.receiptNumber}`)
}

/** One nomination in publicity, and the form for whoever objects, with a name or without. */
export default function PublishedNomination() {
  const { nomination, received, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('lists')
  const result = useActionData<typeof action>()
  const { party, number, findings, isOpenForObjections } = nomination
  return (
    <>
      <Breadcrumb parents={[{ to: '/red-list/publicity', label: t('publicity.title') }]} current={number} />
      <PageHeading title={party.name} lead={<Code code={party.code} label={t('nominations.party')} />} />
      {received && (
        <NoticeBanner tone="ok" title={t('publicity.received')} isResult>
          {t('publicity.receivedText', { number: received })}
        </NoticeBanner>
      )}
      <div className="columns">
        <div>
          <Sheet title={t('nomination.facts')}>
            <NominationFacts of={nomination} />
          </Sheet>
          <Sheet title={t('criterion.title')}>
            <CriteriaTable findings={findings} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('publicity.object')} id="object">
            {isOpenForObjections ? (
              <ObjectionForm words={(word) => t(`publicity.${word}`)} result={result} mutationId={clientMutationId} isNameOptional />
            ) : (
              <p>{t('publicity.closed')}</p>
            )}
          </Sheet>
        </div>
      </div>
    </>
  )
}
