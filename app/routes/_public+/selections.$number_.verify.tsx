import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { DrawTranscript } from '#domain/selection/draw-transcript.ts'
import { DrawProof } from '#app/features/selection/draw-proof.tsx'
import { DrawProofDocument, summaryOf } from '#app/features/selection/draw-proof-documents.server.ts'
import type { ProofSteps } from '#app/features/selection/draw-proof-documents.server.ts'
import { TranscriptFacts } from '#app/features/selection/transcript-facts.tsx'
import { useBrowserProof } from '#app/features/selection/use-browser-proof.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'draw')
  const list = await serverText(request, 'selection')
  const { selection } = await runOperation({ request, context }, DrawProofDocument, { number: params['number'] ?? '' })
  if (!selection?.draw) throw new Response(null, { status: 404 })
  const { number, projectName, poolHash, events, draw } = selection
  const told = events.find(({ kind }) => kind === 'DRAWN')?.facts as { readonly transcript?: string } | undefined
  return {
    title: t('verify.title', { number }),
    listTitle: list('list.title'),
    ...{ number, projectName },
    // What was published before or at the draw, each at its time; the transcript has to agree with it.
    known: { secretHash: draw.secretHash, poolHash: poolHash ?? '', sha256: told?.transcript ?? '' },
    summary: draw.transcript === null ? null : summaryOf(draw.transcript as DrawTranscript),
    proof: draw.proof && { isTrue: draw.proof.isTrue, steps: draw.proof.steps as ProofSteps },
  }
}

/** 复算抽取: anyone makes the draw again, in their own browser; without scripts the server does, and says so. */
export default function VerifyDraw() {
  const { title, listTitle, number, projectName, known, summary, proof } = useLoaderData<typeof loader>()
  const t = useText('draw')
  const address = `/resources/draw-transcript/${number}`
  const [own, again] = useBrowserProof(summary ? address : null, known)
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/selections', label: listTitle },
          { to: `/selections/${number}`, label: number },
        ]}
        current={title}
      />
      <PageHeading title={title} lead={projectName} />
      <p className="mb-6">{t('verify.lead')}</p>
      {!summary || !proof ? (
        <NoticeBanner title={t('verify.notDrawn')}>
          <p>{t('verify.notDrawnText')}</p>
        </NoticeBanner>
      ) : (
        <div className="columns">
          <div>
            {own.state === 'RUNNING' && <p className="mute">{t('verify.running')}</p>}
            {own.state === 'FAILED' && (
              <div className="break-all">
                <NoticeBanner tone="warn" title={t('verify.failed', { reason: own.reason })} />
              </div>
            )}
            {own.state === 'DONE' ? <DrawProof report={own.report} by="BROWSER" /> : <DrawProof report={proof} by="SERVER" />}
            <div className="actions mt-4">
              {own.state !== 'OFF' && (
                <Button type="button" look="ghost" onClick={again} disabled={own.state === 'RUNNING'}>
                  {t('verify.again')}
                </Button>
              )}
              <a className={buttonClass({ look: 'ghost' })} href={address} download={`${number}.json`}>
                {t('verify.download')}
              </a>
            </div>
          </div>
          <div>
            <Sheet title={t('verify.facts')}>
              <TranscriptFacts of={summary} />
            </Sheet>
            <Sheet title={t('verify.how')}>
              <p>{t('verify.howText')}</p>
              <p className="small">{t('verify.formula')}</p>
            </Sheet>
          </div>
        </div>
      )}
    </>
  )
}
