import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ListEntryDocument } from '#app/features/listings/documents.server.ts'
import type { ListEntryData } from '#app/features/listings/documents.server.ts'
import { EntryTimeline } from '#app/features/listings/entry-timeline.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { listEntry } = await runOperation({ request, context }, ListEntryDocument, { number: params['number'] ?? '' })
  if (!listEntry) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'listings')
  return { title: `${listEntry.party.name} · ${t(`list.${listEntry.list}`)}`, entry: listEntry as ListEntryData }
}

const homeOf = { BLACKLIST: '/blacklist', RED_LIST: '/red-list', DISHONESTY: '/dishonesty-list' } as const

/** One entry: why, on what basis, until when, and what follows from it. */
export default function ListEntryPage() {
  const { entry } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const common = useText('common')
  const { language } = usePage()
  const { party, list, number, violation, untilOn, earliestRepairOn } = entry
  const parents = [
    { to: '/', label: common('home') },
    { to: homeOf[list], label: t(`list.${list}`) },
  ]
  return (
    <>
      <Breadcrumb parents={parents} current={number} />
      <PageHeading
        title={party.uscc ? <Link to={`/intermediaries/${party.uscc}`}>{party.name}</Link> : party.name}
        lead={
          <>
            <Badge tone={list === 'RED_LIST' ? 'seal' : 'black'}>{t(`list.${list}`)}</Badge> <Badge>{t(`entry.mark.${entry.mark}`)}</Badge>{' '}
            <Code code={party.code} label={t('list.code')} />
          </>
        }
      />
      <div className="columns">
        <div>
          <Sheet title={t('entry.facts')}>
            <DescriptionList
              items={[
                ...(violation ? [{ term: t('entry.violation'), value: `${violation.code} ${nameIn(language, violation)}` }] : []),
                ...(entry.severity ? [{ term: t('list.severity'), value: t(`severity.${entry.severity}`) }] : []),
                { term: t('entry.reasons'), value: <span className="whitespace-pre-line">{entry.reasons}</span> },
                { term: t('entry.basis'), value: entry.basis },
                ...(entry.decisionNumber ? [{ term: t('entry.decision'), value: entry.decisionNumber }] : []),
                { term: t('entry.decidedOn'), value: <Day on={entry.decidedOn} /> },
                { term: t('entry.until'), value: untilOn ? <Day on={untilOn} /> : t('list.openEnd') },
                ...(earliestRepairOn ? [{ term: t('entry.repair'), value: <Day on={earliestRepairOn} /> }] : []),
                { term: t('entry.rules'), value: entry.ruleSetVersion },
              ]}
            />
          </Sheet>
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
        </div>
        <Sheet title={t('entry.timeline')}>
          <EntryTimeline of={entry} />
        </Sheet>
      </div>
    </>
  )
}
