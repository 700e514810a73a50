import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicityListDocument } from '#app/features/intermediaries/publicity-documents.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { formatDay } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { ResultRow } from '#app/ui/result-row.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'entry')
  const receipt = (new URL(args.request.url).searchParams.get('receipt') ?? '').slice(0, 40)
  const { entriesInPublicity, entryObjectionReceipt } = await runOperation(args, PublicityListDocument, {
    receipt,
    hasReceipt: receipt !== '',
  })
  return { title: t('publicity.title'), entries: entriesInPublicity, receipt, found: entryObjectionReceipt ?? null }
}

/** 入驻公示: who asks to enter, and what became of an objection. */
export default function Publicity() {
  const { title, entries, receipt, found } = useLoaderData<typeof loader>()
  const t = useText('entry')
  const common = useText('common')
  const { language } = usePage()
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading title={title} lead={t('publicity.lead')} />
      {receipt !== '' && (
        <NoticeBanner tone={found ? 'brand' : 'warn'} title={t('publicity.receiptTitle', { number: receipt })} isResult>
          {!found && <p>{t('publicity.receiptNone')}</p>}
          {found?.state === 'OPEN' && (
            <p>{t('publicity.receiptOpen', { institution: found.institution, day: formatDay(found.answerDueOn, language) })}</p>
          )}
          {found && found.state !== 'OPEN' && (
            <>
              <p>{t('publicity.receiptDone', { institution: found.institution, state: t(`objectionState.${found.state}`) })}</p>
              <p>{found.answer}</p>
            </>
          )}
        </NoticeBanner>
      )}
      <h2 className="sr-only">{t('state.PUBLICITY')}</h2>
      {entries.length === 0 && <p>{t('publicity.empty')}</p>}
      {entries.map(({ number, name, uscc, publicityUntilOn, division }) => (
        <ResultRow
          key={number}
          to={`/publicity/${number}`}
          title={name}
          code={uscc}
          facts={division ? [nameIn(language, division)] : []}
          note={t('publicity.until', { day: formatDay(publicityUntilOn, language) })}
        />
      ))}
      <section className="mt-8">
        <h2>{t('publicity.receiptLabel')}</h2>
        <SearchBox
          action="/publicity"
          name="receipt"
          label={t('publicity.receiptLabel')}
          button={t('publicity.receiptButton')}
          placeholder="YY-2026-000123"
          defaultValue={receipt}
        />
      </section>
    </>
  )
}
