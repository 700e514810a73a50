import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { OpeningFault, OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { useText } from '#app/page-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { canSeal } from './seal-in-browser.ts'

interface Check {
  readonly quoteCount: number
  readonly faults: readonly OpeningFault[]
}

/** Opening everything again: in this browser, on the server without scripts, or with tools of one's own. */
export function OpeningCheck({
  number,
  transcript,
  byServer,
}: {
  readonly number: string
  readonly transcript: OpeningTranscript
  /** The server's answer where it was asked. */
  readonly byServer: Check | null
}) {
  const t = useText('sealing')
  return (
    <Sheet title={t('opening.verifyTitle')} id="check">
      {byServer && <Outcome check={byServer} />}
      <CheckHere transcript={transcript} />
      <p>
        <Link to="?check=1#check">{t('opening.verifyNow')}</Link>
      </p>
      <h3>{t('opening.byOwn')}</h3>
      <p>{t('opening.byOwnText')}</p>
      <p>
        <a href={`/resources/openings/${number}`} download>
          {t('opening.download')}
        </a>
      </p>
    </Sheet>
  )
}

function CheckHere({ transcript }: { readonly transcript: OpeningTranscript }) {
  const t = useText('sealing')
  const [canCheck, setCanCheck] = useState(false)
  useEffect(() => setCanCheck(canSeal()), [])
  const [state, setState] = useState<'IDLE' | 'BUSY' | 'FAILED' | Check>('IDLE')
  if (!canCheck) return null
  const check = async () => {
    setState('BUSY')
    try {
      const { checkHere } = await import('./opening-tools.ts')
      setState({ quoteCount: transcript.quotes.length, faults: await checkHere(transcript) })
    } catch {
      setState('FAILED')
    }
  }
  return (
    <>
      {typeof state === 'object' && <Outcome check={state} />}
      {state === 'FAILED' && <NoticeBanner title={t('opening.verifyFailed')} tone="warn" isResult />}
      <p>
        <Button onClick={() => void check()} aria-disabled={state === 'BUSY' || undefined}>
          {t('opening.verifyHere')}
        </Button>
      </p>
      <p role="status" className="small">
        {state === 'BUSY' ? t('opening.verifyingHere') : ''}
      </p>
    </>
  )
}

function Outcome({ check: { quoteCount, faults } }: { readonly check: Check }) {
  const t = useText('sealing')
  if (faults.length === 0) {
    return (
      <NoticeBanner title={t('opening.verified')} tone="ok" isResult>
        <p>{t('opening.verifiedText', { count: quoteCount })}</p>
      </NoticeBanner>
    )
  }
  return (
    <NoticeBanner title={t('opening.broken')} tone="seal" isResult>
      <ul>
        {faults.map(({ code, of }) => (
          <li key={`${code}${of}`}>{t(`opening.fault.${code}`, { of })}</li>
        ))}
      </ul>
    </NoticeBanner>
  )
}
