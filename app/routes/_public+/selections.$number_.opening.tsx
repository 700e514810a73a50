import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { OpeningCheck } from '#app/features/selection/opening-check.tsx'
import { OpeningCheckDocument, OpeningDocument } from '#app/features/selection/opening-documents.server.ts'
import { OpeningRecord } from '#app/features/selection/opening-record.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'sealing')
  const variables = { selectionNumber: params['number'] ?? '' }
  const { sealing } = await runOperation({ request, context }, OpeningDocument, variables)
  if (!sealing) throw new Response(null, { status: 404 })
  const isAsked = new URL(request.url).searchParams.has('check')
  const { openingCheck } = isAsked ? await runOperation({ request, context }, OpeningCheckDocument, variables) : { openingCheck: null }
  return {
    title: t('opening.title'),
    number: variables.selectionNumber,
    sealing: { ...sealing, transcript: sealing.transcript as OpeningTranscript | null },
    check: openingCheck,
  }
}

/** 开启记录: who holds the keys before, everything that was under the seal afterwards, and the check that anyone can make. */
export default function Opening() {
  const { title, number, sealing, check } = useLoaderData<typeof loader>()
  const t = useText('sealing')
  const { state, transcript, supervisorName, supervisorRecipient, platformRecipient } = sealing
  return (
    <>
      <Breadcrumb parents={[{ to: `/selections/${number}`, label: number }]} current={title} />
      <PageHeading title={title} lead={t('opening.lead')} />
      {state === 'ABANDONED' ? (
        <NoticeBanner title={t('opening.abandonedTitle')} tone="warn">
          <p>{t('opening.abandonedText')}</p>
        </NoticeBanner>
      ) : (
        state !== 'OPENED' && (
          <NoticeBanner title={t('opening.sealedTitle')}>
            <p>{t(state === 'RELEASED' ? 'opening.waitingText' : 'opening.sealedText')}</p>
          </NoticeBanner>
        )
      )}
      <OpeningRecord of={sealing} />
      <DescriptionList
        items={[
          { term: t('supervisorKeyOf', { supervisor: supervisorName }), value: <Code code={supervisorRecipient} label={t('recipient')} /> },
          { term: t('platformKey'), value: <Code code={platformRecipient} label={t('recipient')} /> },
        ]}
      />
      {transcript && <OpeningCheck number={number} transcript={transcript} byServer={check} />}
    </>
  )
}
