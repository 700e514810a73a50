import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import { feeSentence, sizeWords } from '#app/features/catalogue/fee-words.ts'
import { AccountTabs } from '#app/features/intermediaries/account-tabs.tsx'
import { MyOfferingsDocument } from '#app/features/intermediaries/offering-documents.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { preferencesOf } from '#app/preferences.server.ts'
import { refusalText } from '#app/refusal.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'fees')
  const { language } = await preferencesOf(args.request)
  const { myOfferings } = await runOperation(args, MyOfferingsDocument, {})
  const offerings = myOfferings.map(({ serviceItem, ...offering }) => ({
    ...offering,
    ...serviceItem,
    name: nameIn(language, serviceItem),
  }))
  return { title: t('own.title'), offerings }
}
type Row = Awaited<ReturnType<typeof loader>>['offerings'][number]

/** 服务项目: what the institution offers, and where each fee stands among all. */
export default function MyOfferings() {
  const { title, offerings } = useLoaderData<typeof loader>()
  const t = useText('fees')
  const engagements = useText('engagements')
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary', label: engagements('provider.title') }]} current={title} />
      <PageHeading title={title} lead={t('own.lead')} actions={<ButtonLink to="/intermediary/offerings/new">{t('own.add')}</ButtonLink>} />
      <AccountTabs />
      <DataTable<Row>
        caption={title}
        isCaptionHidden
        rows={offerings}
        rowKey={({ code }) => code}
        empty={t('own.none')}
        columns={[
          {
            key: 'item',
            title: t('own.item'),
            cell: ({ code, name }) => (
              <Link to={`/intermediary/offerings/${code}`} aria-label={t('own.edit', { item: name })}>
                {name}
              </Link>
            ),
          },
          {
            key: 'fee',
            title: t('own.fee'),
            cell: ({ feeSchedule, feeFen, feeUnit, referenceSize }) => (
              <>
                {feeSentence(feeSchedule, t)}
                {feeSchedule.unit && feeUnit && (
                  <div className="small mute">
                    {t('words.reference', { size: sizeWords(referenceSize, feeUnit, t), fee: formatFen(feeFen) })}
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'days',
            title: t('own.days'),
            isNumber: true,
            cell: ({ promisedWorkingDays }) => t('calculator.daysValue', { days: promisedWorkingDays }),
          },
          {
            key: 'position',
            title: t('own.position'),
            cell: ({ position, isWithdrawn }) => (position && !isWithdrawn ? t('spread.position', position) : '—'),
          },
          { key: 'state', title: t('own.state'), cell: (row) => <State row={row} /> },
        ]}
      />
    </>
  )
}

function State({ row: { isWithdrawn, refusal } }: { readonly row: Row }) {
  const t = useText('fees')
  const engagements = useText('engagements')
  const form = useText('form')
  if (isWithdrawn) return <Badge>{t('own.withdrawn')}</Badge>
  if (!refusal) return <Badge tone="ok">{t('own.choosable')}</Badge>
  return (
    <>
      <Badge tone="warn">{t('own.notChoosable')}</Badge>
      <div className="small">{refusalText(refusal, engagements, form)}</div>
    </>
  )
}
