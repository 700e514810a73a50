import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { Grade } from '#app/features/intermediaries/grade.tsx'
import { CaseTable } from '#app/features/listings/case-table.tsx'
import { CasesDocument, MyCreditDocument } from '#app/features/listings/documents.server.ts'
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
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'listings')
  const { myStanding, clock } = await runOperation(args, MyCreditDocument, {})
  const { violationCases } = await runOperation(args, CasesDocument, { first: 50 })
  const standing = myStanding as MyStanding | null
  const today = shanghaiDayOf(new Date(clock.now))
  return {
    title: t('credit.title'),
    standing,
    cases: violationCases.edges.map(({ node }) => node),
    account: await loadAccount(args),
    today,
  }
}

/** 我的信用: the grade of today or any day with every reason, its course, what bars me, and the notices I can answer. */
export default function MyCredit() {
  const { title, standing, cases, account, today } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const engagements = useText('engagements')
  const remedies = useText('remedies')
  const shown = account.rating ?? standing
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary', label: engagements('provider.title') }]} current={title} />
      <PageHeading
        title={title}
        lead={t('credit.lead')}
        actions={<Link to="/intermediary/remedies">{remedies('mine.title')}</Link>}
        aside={
          shown && (
            <p>
              <Grade letter={shown.grade} isLarge />{' '}
              {shown.score === null ? t('credit.unrated') : t('credit.score', { score: shown.score })}
            </p>
          )
        }
      />
      <Sheet title={t('credit.cases')}>
        <CaseTable rows={cases} toCase={(number) => `/intermediary/cases/${number}`} empty={t('credit.noCases')} />
      </Sheet>
      {standing && <StandingBars of={standing} />}
      <CreditAccount of={account} today={today} objectionsTo="/intermediary/data-objections/new" />
    </>
  )
}
