import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ObjectToPublicityDocument, PublishedCommitmentDocument } from '#app/features/commitments/publicity-documents.server.ts'
import { ObjectionForm } from '#app/features/procedures/objection-form.tsx'
import { objectionSchema } from '#app/features/procedures/objection.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'commitments')
  const { publishedCommitment } = await runOperation(args, PublishedCommitmentDocument, { number: args.params['number'] ?? '' })
  if (!publishedCommitment) throw new Response(null, { status: 404 })
  const { statements, ...of } = publishedCommitment
  return {
    title: t('published.title', { number: of.number }),
    of,
    statements: statements as readonly { readonly code: string; readonly zh: string; readonly en: string }[],
    received: new URL(args.request.url).searchParams.get('received'),
    clientMutationId: newMutationId(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, objectionSchema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ObjectToPublicityDocument, { input })
  if (result.__typename !== 'ObjectToPublicityPayload') return form.refuseWith(result, await serverText(args.request, 'acceptance'))
  return redirect(`/promises/${number}?received=${result.receiptNumber}`)
}

/** 公示 of one promise under which a case was handled first, and the form for whoever knows better. */
export default function PublishedPromise() {
  const { title, of, statements, received, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('commitments')
  const shared = useText('acceptance')
  const { language } = usePage()
  const isEnglish = language === 'en'
  const result = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb parents={[{ to: '/promises', label: shared('published.title') }]} current={of.number} />
      <PageHeading title={title} lead={t('published.lead')} />
      {received && (
        <NoticeBanner tone="ok" title={t('published.received')} isResult>
          {t('published.receivedText', { number: received })}
        </NoticeBanner>
      )}
      <div className="columns">
        <div>
          <Sheet title={t('published.statements')}>
            <ol>
              {statements.map((statement) => (
                <li key={statement.code}>{isEnglish ? statement.en : statement.zh}</li>
              ))}
            </ol>
          </Sheet>
        </div>
        <div>
          <Sheet title={t('published.facts')}>
            <DescriptionList
              items={[
                {
                  term: shared('published.applicant'),
                  value: of.applicantCode ? `${of.applicantName}（${of.applicantCode}）` : of.applicantName,
                },
                { term: shared('published.item'), value: isEnglish ? of.itemNameEn : of.itemNameZh },
                { term: shared('published.agency'), value: of.agencyName },
                { term: shared('published.signed'), value: <Day on={of.signedOn} /> },
                { term: shared('published.verifiedBy'), value: <Day on={of.verifiedByOn} /> },
                ...(of.publicUntilOn
                  ? [{ term: t('published.until'), value: t('published.untilText', { day: formatDay(of.publicUntilOn, language) }) }]
                  : []),
              ]}
            />
          </Sheet>
          <Sheet title={t('published.object')} id="object">
            <ObjectionForm words={(word) => t(`published.${word}`)} result={result} mutationId={clientMutationId} />
          </Sheet>
        </div>
      </div>
    </>
  )
}
