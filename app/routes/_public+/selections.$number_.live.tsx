import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EventTimeline } from '#app/features/selection/event-timeline.tsx'
import { LiveRefresh, liveSeconds } from '#app/features/selection/live-refresh.tsx'
import { loadSelection } from '#app/features/selection/load-selection.server.ts'
import { SelectionHeading } from '#app/features/selection/selection-heading.tsx'
import { SelectionRecord } from '#app/features/selection/selection-record.tsx'
import { SelectionTimes } from '#app/features/selection/selection-times.tsx'
import { awaitedNow } from '#app/features/selection/awaited.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  return { ...(await loadSelection(args)), title: t('live.title') }
}

/** 开启和抽取现场: what happens as it happens. The server writes the page; scripts only read it again by themselves. */
export default function LiveSelection() {
  const { title, selection: of, rules, now } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const awaited = awaitedNow(of.state, of.mode)
  return (
    <>
      <LiveRefresh isDue={awaited.length > 0} />
      <Breadcrumb
        parents={[
          { to: '/selections', label: t('list.title') },
          { to: `/selections/${of.number}`, label: of.number },
        ]}
        current={title}
      />
      <SelectionHeading
        of={of}
        title={title}
        actions={
          <ButtonLink to={`/selections/${of.number}/live`} look="ghost">
            {t('live.refresh')}
          </ButtonLink>
        }
      />
      <p className="order-note">
        {t('live.readAt', { at: formatInstant(now) })} {t('live.lead', { seconds: liveSeconds })}
      </p>
      <div className="columns">
        <div>
          <Sheet title={t('live.due')}>
            {awaited.length === 0 && <p>{t('live.nothing')}</p>}
            <ol className="list-decimal pl-6">
              {awaited.map((step) => (
                <li key={step}>{t(`live.steps.${step}`)}</li>
              ))}
            </ol>
          </Sheet>
          <SelectionRecord of={of} rules={rules} />
        </div>
        <div>
          <Sheet title={t('detail.periods')}>
            <SelectionTimes of={of} now={now} />
          </Sheet>
          <Sheet title={t('detail.progress')}>
            <EventTimeline events={of.events} />
            <p className="mt-4">
              <Link to={`/selections/${of.number}`}>{t('mine.public')}</Link>
            </p>
          </Sheet>
        </div>
      </div>
    </>
  )
}
