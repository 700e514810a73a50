import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Code } from '#app/ui/code.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { isOfOwnTool, OwnToolForm } from './own-tool-form.tsx'
import { PlainQuoteForm } from './plain-quote-form.tsx'
import type { QuoteDesk } from './quote-documents.server.ts'
import { canSeal } from './seal-in-browser.ts'
import { SealedQuoteForm } from './sealed-quote-form.tsx'

/** What `loadQuoteForm` (quote-form.server.ts) gives, and the answer of `submitQuoteForm`, which the page's action returns. */
export interface QuoteFormProps {
  readonly desk: QuoteDesk
  readonly clientMutationId: string
  /** `?unscripted=1`: offer the fields that the server seals. */
  readonly isUnscripted: boolean
  readonly result: FormResult | undefined
}

/**
 * Handing in a sealed quote. With scripts the fields exist only once the page can seal, and what is typed never leaves the browser unsealed.
 * Without scripts the server seals on arrival, which the page says plainly, or the bidder seals with a tool of the own. Embed it in any
 * page of the bidder: loader `loadQuoteForm`, action `submitQuoteForm`.
 */
export function QuoteForm({ desk, clientMutationId, isUnscripted, result }: QuoteFormProps) {
  const t = useText('sealing')
  const sealing = useSealing()
  const form = { desk, mutationId: clientMutationId, result }
  return (
    <>
      <SealFacts desk={desk} />
      {sealing === 'READY' ? (
        // A quote that has arrived leaves the fields empty for the next.
        <SealedQuoteForm key={desk.receipts.length} {...form} />
      ) : isUnscripted ? (
        <PlainQuoteForm {...form} />
      ) : (
        <NoticeBanner title={t(sealing === 'IMPOSSIBLE' ? 'cannotSeal' : 'preparing')} tone="warn">
          <p>{t('unscripted')}</p>
          <p>
            <Link to="?unscripted=1">{t('toUnscripted')}</Link>
          </p>
        </NoticeBanner>
      )}
      <Reasons summary={t('ownTool')} isOpen={isOfOwnTool(result)}>
        <OwnToolForm {...form} />
      </Reasons>
    </>
  )
}

/** Unknown until scripts run: what the server sends has no field that could be sent unsealed by mistake. */
function useSealing(): 'UNKNOWN' | 'READY' | 'IMPOSSIBLE' {
  const [sealing, setSealing] = useState<'UNKNOWN' | 'READY' | 'IMPOSSIBLE'>('UNKNOWN')
  useEffect(() => setSealing(canSeal() ? 'READY' : 'IMPOSSIBLE'), [])
  return sealing
}

/** Who holds the keys, when it opens, and what everyone sees then. */
function SealFacts({ desk }: { readonly desk: QuoteDesk }) {
  const t = useText('sealing')
  const { closesAt, opensAt, supervisorName, supervisorRecipient, platformRecipient } = desk
  return (
    <>
      <p>{t('who', { supervisor: supervisorName })}</p>
      <DescriptionList
        items={[
          ...(closesAt ? [{ term: t('closesAt'), value: <Instant at={closesAt} /> }] : []),
          ...(opensAt ? [{ term: t('opensAt'), value: <Instant at={opensAt} /> }] : []),
        ]}
      />
      <NoticeBanner title={t('public')}>
        <p>{t('publicText')}</p>
      </NoticeBanner>
      <Reasons summary={t('recipients')}>
        <p>{t('recipientsText')}</p>
        <DescriptionList
          items={[
            {
              term: t('supervisorKeyOf', { supervisor: supervisorName }),
              value: <Code code={supervisorRecipient} label={t('recipient')} />,
            },
            { term: t('platformKey'), value: <Code code={platformRecipient} label={t('recipient')} /> },
          ]}
        />
      </Reasons>
    </>
  )
}
