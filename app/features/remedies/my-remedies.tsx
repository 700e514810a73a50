import { Link } from '@remix-run/react'
import { useText, usePage } from '#app/page-context.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { MyRemedies as Data } from './my-documents.server.ts'
import { placeholdersOf } from './remedy-steps.tsx'
import { RemedyTable } from './remedy-table.tsx'

/** What a party can do against what stands on record, until when or from when, and what it has asked for. */
export function MyRemedies({
  title,
  data,
  base,
  parent,
}: {
  readonly title: string
  readonly data: Data
  readonly base: string
  readonly parent: { readonly to: string; readonly label: string }
}) {
  const t = useText('remedies')
  const underWay = [data.appeals, data.creditRepairs, data.dataObjections].flatMap(({ edges }) => edges.map(({ node }) => node))
  return (
    <>
      <Breadcrumb parents={[parent]} current={title} />
      <PageHeading title={title} lead={t('mine.lead')} />
      <Sheet title={t('mine.decisions')}>
        <Decisions rows={data.appealableDecisions} base={base} />
      </Sheet>
      <Sheet title={t('mine.entries')}>
        <Entries rows={data.repairableEntries} base={base} />
      </Sheet>
      <Sheet title={t('mine.records')}>
        <p className="small mute">
          {t('mine.recordsLead')} <Link to={`${base}/credit`}>{t('mine.events')}</Link>
        </p>
        <Records rows={data.ownRecords} base={base} />
      </Sheet>
      <Sheet title={t('mine.underWay')}>
        <RemedyTable
          rows={underWay.toSorted((a, b) => (a.filedAt < b.filedAt ? 1 : -1))}
          base={base}
          caption={t('mine.underWay')}
          empty={t('mine.nothing')}
          hasKind
        />
      </Sheet>
    </>
  )
}

function Decisions({ rows, base }: { readonly rows: Data['appealableDecisions']; readonly base: string }) {
  const t = useText('remedies')
  const { language } = usePage()
  return (
    <DataTable
      caption={t('mine.decisions')}
      isCaptionHidden
      rows={rows}
      rowKey={({ caseNumber }) => caseNumber}
      empty={t('mine.noDecisions')}
      columns={[
        { key: 'decision', title: t('column.decision'), cell: ({ decisionNumber, caseNumber }) => decisionNumber ?? caseNumber },
        {
          key: 'state',
          title: t('column.state'),
          cell: ({ obstacle, facts, appealDueOn }) =>
            obstacle === null
              ? appealDueOn
                ? t('mine.canAppealUntil', { day: formatDay(appealDueOn, language) })
                : t('mine.canAppeal')
              : (t.optional(`refusal.${obstacle}`, placeholdersOf(facts)) ?? obstacle),
        },
        {
          key: 'action',
          title: t('column.action'),
          cell: ({ obstacle, caseNumber }) =>
            obstacle === null && (
              <ButtonLink to={`${base}/remedies/appeal/${caseNumber}`} isSmall>
                {t('mine.appeal')}
              </ButtonLink>
            ),
        },
      ]}
    />
  )
}

function Entries({ rows, base }: { readonly rows: Data['repairableEntries']; readonly base: string }) {
  const t = useText('remedies')
  const { language } = usePage()
  return (
    <DataTable
      caption={t('mine.entries')}
      isCaptionHidden
      rows={rows}
      rowKey={({ entry }) => entry.number}
      empty={t('mine.noEntries')}
      columns={[
        { key: 'number', title: t('column.number'), cell: ({ entry }) => entry.number },
        {
          key: 'state',
          title: t('column.state'),
          cell: ({ obstacle, facts, freeOn }) => (
            <>
              {obstacle === null ? (
                <Badge tone="ok">{t('mine.canRepair')}</Badge>
              ) : (
                (t.optional(`refusal.${obstacle}`, placeholdersOf(facts)) ?? obstacle)
              )}
              {freeOn && <div className="small mute">{t('mine.freeOn', { day: formatDay(freeOn, language) })}</div>}
            </>
          ),
        },
        {
          key: 'action',
          title: t('column.action'),
          cell: ({ entry, entryKey, obstacle }) =>
            obstacle !== 'ENTRY_ENDED' && (
              <div className="actions">
                <ButtonLink to={`${base}/remedies/repair/${entry.number}`} isSmall>
                  {t('mine.repair')}
                </ButtonLink>
                <ButtonLink to={`${base}/data-objections/new?target=LIST_ENTRY&key=${entryKey}`} look="ghost" isSmall>
                  {t('mine.objectToEntry')}
                </ButtonLink>
              </div>
            ),
        },
      ]}
    />
  )
}

function Records({ rows, base }: { readonly rows: Data['ownRecords']; readonly base: string }) {
  const t = useText('remedies')
  return (
    <DataTable
      caption={t('mine.records')}
      isCaptionHidden
      rows={rows}
      rowKey={({ target, targetId }) => `${target} ${targetId}`}
      empty={t('mine.nothing')}
      columns={[
        { key: 'kind', title: t('column.kind'), cell: ({ target }) => t(`dataObjection.target.${target}`) },
        { key: 'record', title: t('column.record'), cell: ({ title }) => title },
        {
          key: 'action',
          title: t('column.action'),
          cell: ({ target, targetId }) => (
            <ButtonLink to={`${base}/data-objections/new?target=${target}&key=${targetId}`} look="ghost" isSmall>
              {t('mine.object')}
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}
