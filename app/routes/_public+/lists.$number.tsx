import { data } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { BenefitList } from '#app/features/listings/benefit-list.tsx'
import { EndedEntry } from '#app/features/listings/ended-entry.tsx'
import { EntryTimeline } from '#app/features/listings/entry-timeline.tsx'
import { ListEntryDocument } from '#app/features/listings/list-documents.server.ts'
import type { ListEntryData } from '#app/features/listings/list-documents.server.ts'
import { listPages } from '#app/features/listings/list-pages.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { ObjectionMark } from '#app/features/remedies/objection-mark.tsx'
import { OwnEntry } from '#app/features/remedies/own-entry.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

/** An entry as long as it is public, for its party and the officials longer; after that, that its number has ended (410). @throws Response 404 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { listEntry, endedEntry } = await runOperation({ request, context }, ListEntryDocument, { number: params['number'] ?? '' })
  if (listEntry) {
    const t = await serverText(request, 'listings')
    return data({ title: `${listEntry.party.name} · ${t(`list.${listEntry.list}`)}`, entry: listEntry, ended: null })
  }
  if (!endedEntry) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'lists')
  return data({ title: t('ended.title', { number: endedEntry.number }), entry: null, ended: endedEntry }, { status: 410 })
}

export default function ListEntryPage() {
  const { entry, ended } = useLoaderData<typeof loader>()
  return entry ? <Entry entry={entry} /> : <EndedEntry entry={ended} />
}

/** One entry: why, on what basis, until when, and what follows from it. */
function Entry({ entry }: { readonly entry: ListEntryData }) {
  const t = useText('listings')
  const lists = useText('lists')
  const remedies = useText('remedies')
  const common = useText('common')
  const { party, list, number, mark } = entry
  const parents = [
    { to: '/', label: common('home') },
    { to: listPages[list], label: t(`list.${list}`) },
  ]
  return (
    <>
      <Breadcrumb parents={parents} current={number} />
      <PageHeading
        title={party.uscc ? <Link to={`/intermediaries/${party.uscc}`}>{party.name}</Link> : party.name}
        lead={
          <>
            <Badge tone={list === 'RED_LIST' ? 'seal' : 'black'}>{t(`list.${list}`)}</Badge>{' '}
            <Badge tone={mark === 'UNDER_APPEAL' ? 'warn' : 'neutral'}>{t(`entry.mark.${mark}`)}</Badge>{' '}
            <Code code={party.code} label={t('list.code')} />
          </>
        }
      />
      {mark === 'UNDER_APPEAL' && (
        <NoticeBanner tone="warn" title={t('entry.mark.UNDER_APPEAL')}>
          {lists('underAppeal')}
        </NoticeBanner>
      )}
      <ObjectionMark fields={entry.fieldsUnderObjection} />
      {entry.isOwn && <OwnEntry />}
      <div className="columns">
        <div>
          <EntryFacts entry={entry} />
          {entry.repairCommitment !== null && (
            <Sheet title={remedies('repair.published')}>
              <p className="whitespace-pre-line">{entry.repairCommitment}</p>
            </Sheet>
          )}
          {entry.benefits.length > 0 && (
            <Sheet title={lists('benefits.title')}>
              <p className="small mute">{lists('benefits.lead')}</p>
              <BenefitList benefits={entry.benefits} />
            </Sheet>
          )}
          {list !== 'RED_LIST' && <EntryEffects entry={entry} />}
        </div>
        <Sheet title={t('entry.timeline')}>
          <EntryTimeline of={entry} />
        </Sheet>
      </div>
    </>
  )
}

function EntryFacts({ entry }: { readonly entry: ListEntryData }) {
  const t = useText('listings')
  const lists = useText('lists')
  const { language } = usePage()
  const { violation, untilOn, earliestRepairOn, division, endedOn, delistingNumber } = entry
  return (
    <Sheet title={t('entry.facts')}>
      <DescriptionList
        items={[
          ...(violation ? [{ term: t('entry.violation'), value: `${violation.code} ${nameIn(language, violation)}` }] : []),
          ...(entry.severity ? [{ term: t('list.severity'), value: t(`severity.${entry.severity}`) }] : []),
          { term: t('entry.reasons'), value: <span className="whitespace-pre-line">{entry.reasons}</span> },
          { term: t('entry.basis'), value: entry.basis },
          ...(division ? [{ term: lists('division'), value: nameIn(language, division) }] : []),
          ...(entry.decisionNumber ? [{ term: t('entry.decision'), value: entry.decisionNumber }] : []),
          { term: t('entry.decidedOn'), value: <Day on={entry.decidedOn} /> },
          { term: t('entry.until'), value: untilOn ? <Day on={untilOn} /> : t('list.openEnd') },
          ...(earliestRepairOn ? [{ term: t('entry.repair'), value: <Day on={earliestRepairOn} /> }] : []),
          ...(endedOn ? [{ term: lists('ended.day'), value: <Day on={endedOn} /> }] : []),
          ...(delistingNumber
            ? [{ term: lists('ended.document'), value: <Link to={`/lists/${entry.number}/delisting`}>{delistingNumber}</Link> }]
            : []),
          { term: t('entry.rules'), value: entry.ruleSetVersion },
        ]}
      />
    </Sheet>
  )
}

function EntryEffects({ entry }: { readonly entry: ListEntryData }) {
  const t = useText('listings')
  const { language } = usePage()
  return (
    <Sheet title={t('entry.effects')}>
      {entry.effects.length === 0 && <p className="mute">{t('entry.noEffects')}</p>}
      <ul>
        {entry.effects.map((effect) => (
          <li key={effect.bars} className="mb-2">
            <b>{t.optional(`bars.${effect.bars}`) ?? effect.bars}</b>
            <div className="small mute">
              {effect.instrument} {effect.clause}：{language === 'en' ? effect.textEn : effect.textZh}
              {effect.evidence === 'D' && ` (${t('entry.ownDefault')})`}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
