import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PrintButton } from '#app/ui/print-sheet.tsx'

/** Number and secret, shown this once. */
export function FiledComplaint({
  number,
  secret,
  officeName,
  answerDueOn,
}: {
  readonly number: string
  readonly secret: string
  readonly officeName: string
  readonly answerDueOn: string
}) {
  const t = useText('complaints')
  return (
    <NoticeBanner title={t('done.title')} tone="ok" isResult>
      <dl className="receipt">
        <dt>{t('follow.number')}</dt>
        <dd>
          <output className="code">{number}</output> <CopyButton text={number} label={t('follow.number')} />
        </dd>
        <dt>{t('follow.secret')}</dt>
        <dd>
          <output className="code">{secret}</output> <CopyButton text={secret} label={t('follow.secret')} />
        </dd>
      </dl>
      <p>{t('done.keep')}</p>
      <p>{t('done.office', { office: officeName, dueOn: answerDueOn })}</p>
      <PrintButton />
      <p className="no-print">
        <Link to="/complaints">{t('done.followLink')}</Link>
      </p>
    </NoticeBanner>
  )
}
