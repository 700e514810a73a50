import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { promiseActors } from '#domain/supervision/unusual-promises.ts'
import { PromiseUseDocument } from '#app/features/supervision/promise-use.server.ts'
import { PromiseUseTable } from '#app/features/supervision/promise-use-table.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { BarChart } from '#app/ui/chart.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'supervision')
  const actor = promiseActors.find((one) => one === new URL(request.url).searchParams.get('actor')) ?? 'OFFICER'
  const { promiseUse } = await runOperation({ request, context }, PromiseUseDocument, { actor })
  return { title: t('use.title'), actor, ...promiseUse }
}

const CHARTED = 10

/** Who uses tolerance how much, and what is unusual about it: a reason to look. */
export default function UseOfTolerance() {
  const { title, actor, windowDays, clause, ruleZh, ruleEn, uses } = useLoaderData<typeof loader>()
  const t = useText('supervision')
  const { language } = usePage()
  const charted = uses.slice(0, CHARTED)
  return (
    <>
      <PageHeading title={title} lead={t('use.lead', { days: windowDays })} />
      <Tabs
        label={title}
        tabs={promiseActors.map((one) => ({ to: `?actor=${one}`, label: t(`promiseActor.${one}`), isCurrent: one === actor }))}
      />
      {charted.length > 0 && (
        <BarChart
          title={t('use.chart', { count: charted.length })}
          valueTitle={t('use.promises')}
          points={charted.map(({ name, organisationName, promises, signs }) => ({
            label: organisationName ? `${name}（${organisationName}）` : name,
            value: promises,
            text: String(promises),
            isBad: signs.length > 0,
          }))}
        />
      )}
      <PromiseUseTable caption={t(`promiseActor.${actor}`)} uses={uses} />
      <div className="mt-6">
        <Sheet title={t('use.rule')}>
          <p>{language === 'en' ? ruleEn : ruleZh}</p>
          <p className="small mute">{clause}</p>
        </Sheet>
      </div>
    </>
  )
}
