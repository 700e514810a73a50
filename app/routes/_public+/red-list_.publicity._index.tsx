import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NominationsInPublicityDocument } from '#app/features/listings/red-list-documents.server.ts'
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
  const t = await serverText(args.request, 'lists')
  const receipt = (new URL(args.request.url).searchParams.get('receipt') ?? '').slice(0, 40)
  const variables = { receipt, hasReceipt: receipt !== '' }
  const { nominationsInPublicity, redListObjectionReceipt } = await runOperation(args, NominationsInPublicityDocument, variables)
  return { title: t('publicity.title'), nominations: nominationsInPublicity, receipt, found: redListObjectionReceipt ?? null }
}

/** 红名单公示: who is to be listed, and what became of an objection. */
export default function RedListPublicity() {
  const { title, nominations, receipt, found } = useLoaderData<typeof loader>()
  const t = useText('lists')
  const listings = useText('listings')
  const { language } = usePage()
  return (
    <>
      <Breadcrumb parents={[{ to: '/red-list', label: listings('list.RED_LIST') }]} current={title} />
      <PageHeading title={title} lead={t('publicity.lead')} />
      {receipt !== '' && (
        <NoticeBanner tone={found ? 'brand' : 'warn'} title={t('publicity.receiptTitle', { number: receipt })} isResult>
          {!found && <p>{t('publicity.receiptNone')}</p>}
          {found?.state === 'FILED' && (
            <p>{t('publicity.receiptOpen', { nominee: found.nominee, day: formatDay(found.answerDueOn, language) })}</p>
          )}
          {found && found.state !== 'FILED' && (
            <>
              <p>{t('publicity.receiptDone', { nominee: found.nominee, state: t(`objection.state.${found.state}`) })}</p>
              <p>{found.reasons}</p>
            </>
          )}
        </NoticeBanner>
      )}
      <h2 className="sr-only">{title}</h2>
      {nominations.length === 0 && <p>{t('publicity.empty')}</p>}
      {nominations.map(({ number, party, authority, publicUntilOn, isOpenForObjections }) => (
        <ResultRow
          key={number}
          to={`/red-list/publicity/${number}`}
          title={party.name}
          code={party.code}
          facts={[authority ?? t('origin.CRITERIA')]}
          note={isOpenForObjections ? t('publicity.until', { day: formatDay(publicUntilOn, language) }) : t('publicity.over')}
        />
      ))}
      <section className="mt-8">
        <h2>{t('publicity.receiptLabel')}</h2>
        <SearchBox
          action="/red-list/publicity"
          name="receipt"
          label={t('publicity.receiptLabel')}
          button={t('publicity.receiptButton')}
          placeholder="HY-2026-000123"
          defaultValue={receipt}
        />
      </section>
    </>
  )
}
