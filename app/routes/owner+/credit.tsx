import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { MyCreditDocument } from '#app/features/listings/documents.server.ts'
import type { MyStanding } from '#app/features/listings/documents.server.ts'
import { StandingBars } from '#app/features/listings/standing-bars.tsx'
import { CreditAccount } from '#app/features/rating/credit-account.tsx'
import { loadAccount } from '#app/features/rating/load-account.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const { myStanding, clock } = await runOperation(args, MyCreditDocument, {})
  const standing = myStanding as MyStanding | null
  return { title: t('account.title'), standing, account: await loadAccount(args), today: shanghaiDayOf(new Date(clock.now)) }
}

/** 我的信用 of an applicant: what bars it, and all that was ever recorded about its promises. */
export default function OwnerCredit() {
  const { title, standing, account, today } = useLoaderData<typeof loader>()
  const t = useText('rating')
  const engagements = useText('engagements')
  const remedies = useText('remedies')
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner', label: engagements('mine.title') }]} current={title} />
      <PageHeading title={title} lead={t('account.lead')} actions={<Link to="/owner/remedies">{remedies('mine.title')}</Link>} />
      {standing && <StandingBars of={standing} />}
      <CreditAccount of={account} today={today} objectionsTo="/owner/data-objections/new" />
    </>
  )
}
