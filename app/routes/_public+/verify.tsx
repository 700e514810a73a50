import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useId } from 'react'
import { CheckAnswer } from '#app/features/acceptance/check-answer.tsx'
import type { PurposeAnswer } from '#app/features/acceptance/check-answer.tsx'
import { VerifyDocument } from '#app/features/acceptance/check-documents.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { searchParams } = new URL(request.url)
  const number = (searchParams.get('number') ?? '').trim().slice(0, 40)
  const code = (searchParams.get('code') ?? '').trim().slice(0, 40)
  const verified = number === '' ? null : (await runOperation({ request, context }, VerifyDocument, { number, code })).verifyReceipt
  return { title: t('verify.title'), number, code, verified, signed: (verified?.content ?? null) as Signed | null }
}

/** What was signed (services/checks): the answer and whom it was about. */
interface Signed {
  readonly code: string
  readonly name: string | null
  readonly purpose: string
  readonly answer: { readonly result: 'CLEAR' | 'CAUTION' | 'BARRED'; readonly purposes: readonly PurposeAnswer[] }
}

export default function Verify() {
  const { title, number, code, verified, signed } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const [numberId, codeId] = [useId(), useId()]
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('verify.lead')} />
      {number !== '' && !verified && (
        <NoticeBanner tone="warn" title={t('verify.none')} isResult>
          {t('verify.noneText')}
        </NoticeBanner>
      )}
      {verified && (
        <NoticeBanner
          tone={verified.isGenuine ? 'ok' : 'seal'}
          title={verified.isGenuine ? t('verify.genuine') : t('verify.forged')}
          isResult
        >
          <p className="num">
            {verified.number} · {t('verify.at', { at: formatInstant(verified.checkedAt) })}
          </p>
          {!signed && <p>{t('verify.needCode')}</p>}
        </NoticeBanner>
      )}
      {signed && (
        <Sheet title={t('verify.content')}>
          <DescriptionList
            items={[
              { term: t('receipt.name'), value: signed.name ?? t('receipt.noName') },
              { term: t('receipt.code'), value: <span className="num">{signed.code}</span> },
              { term: t('receipt.purpose'), value: signed.purpose },
              { term: t('receipt.result'), value: t(`whole.${signed.answer.result}`) },
            ]}
          />
          <CheckAnswer purposes={signed.answer.purposes} />
        </Sheet>
      )}
      <Form className="form" action="/verify">
        <div className="field">
          <label className="field-label" htmlFor={numberId}>
            {t('verify.number')}
          </label>
          <input
            id={numberId}
            name="number"
            className="input input-code"
            defaultValue={number}
            key={number}
            maxLength={40}
            placeholder="HC-2026-000001"
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={codeId}>
            {t('verify.code')}
          </label>
          <div id={`${codeId}-hint`} className="hint">
            {t('verify.codeHint')}
          </div>
          <input
            id={codeId}
            name="code"
            className="input input-code"
            defaultValue={code}
            key={code}
            maxLength={40}
            aria-describedby={`${codeId}-hint`}
          />
        </div>
        <button type="submit" className="btn btn-primary">
          {t('verify.button')}
        </button>
      </Form>
    </>
  )
}
