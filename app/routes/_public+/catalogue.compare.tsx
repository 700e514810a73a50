import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { FieldChanges } from '#app/features/catalogue/field-value.tsx'
import { loadComparison } from '#app/features/catalogue/load-history.server.ts'
import type { DifferenceView } from '#app/features/catalogue/load-history.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

/** In the order of the chart; written out, so that the page carries no schema. */
const itemChanges = ['ADDED', 'AMENDED', 'CANCELLED', 'RESTORED', 'REMOVED'] as const

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'catalogueChanges')
  return { ...(await loadComparison(args)), title: t('compare.title') }
}

/** Two days of the catalogue side by side: what was added, amended, cancelled, restored. */
export default function CompareCatalogue() {
  const { title, fromOn, toOn, differences, editions } = useLoaderData<typeof loader>()
  const t = useText('catalogueChanges')
  const catalogue = useText('catalogue')
  const common = useText('common')
  const { language } = usePage()
  const counts = itemChanges.map((change) => ({ change, count: differences.filter((one) => one.change === change).length }))
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/', label: common('home') },
          { to: '/catalogue', label: catalogue('nav') },
        ]}
        current={title}
      />
      <PageHeading title={title} lead={t('compare.lead')} />
      <Form method="get" className="actions mb-6 items-end" key={`${fromOn} ${toOn}`}>
        <label>
          {t('compare.from')} <input type="date" name="from" className="input" defaultValue={fromOn} required />
        </label>
        <label>
          {t('compare.to')} <input type="date" name="to" className="input" defaultValue={toOn} required />
        </label>
        <Button type="submit">{t('compare.button')}</Button>
      </Form>
      {differences.length === 0 ? (
        <p role="status">{t('compare.none')}</p>
      ) : (
        <>
          <BarChart
            title={t('compare.chart')}
            valueTitle={t('impact.value')}
            points={counts.flatMap(({ change, count }) =>
              count === 0 ? [] : [{ label: t(`compare.change.${change}`), value: count, text: String(count) }],
            )}
          />
          {differences.map((one) => (
            <Difference key={one.code} of={one} />
          ))}
        </>
      )}
      <Sheet title={t('compare.editions')}>
        <DataTable
          caption={t('compare.editionsTable')}
          isCaptionHidden
          columns={[
            { key: 'number', title: t('compare.editionColumns.number'), cell: ({ number }) => number, isNumber: true },
            {
              key: 'title',
              title: t('compare.editionColumns.title'),
              cell: ({ titleZh, titleEn }) => (language === 'en' ? titleEn : titleZh),
            },
            { key: 'document', title: t('compare.editionColumns.document'), cell: ({ documentNo }) => documentNo ?? t('value.none') },
            {
              key: 'effective',
              title: t('compare.editionColumns.effective'),
              cell: ({ number, effectiveOn }) => (
                <>
                  <Day on={effectiveOn} />{' '}
                  <Link
                    className="small"
                    to={`?from=${addDays(effectiveOn, -1)}&to=${effectiveOn}`}
                    aria-label={`${t('change.editionValue', { number })}: ${t('compare.editionLink')}`}
                  >
                    {t('compare.editionLink')}
                  </Link>
                </>
              ),
            },
            { key: 'items', title: t('compare.editionColumns.items'), cell: ({ itemCount }) => itemCount, isNumber: true },
          ]}
          rows={editions}
          rowKey={({ number }) => String(number)}
          empty={t('value.none')}
        />
      </Sheet>
    </>
  )
}

function Difference({ of }: { readonly of: DifferenceView }) {
  const t = useText('catalogueChanges')
  const { language } = usePage()
  const content = of.after ?? of.before
  const name = content ? nameIn(language, content) : of.code
  return (
    <Sheet title={name}>
      <p>
        <Badge tone={of.change === 'CANCELLED' ? 'warn' : 'brand'}>{t(`compare.change.${of.change}`)}</Badge>{' '}
        <Link to={`/catalogue/${of.code}`} aria-label={`${of.code} ${name}`}>
          {of.code}
        </Link>
      </p>
      {of.fields.length > 0 && <FieldChanges changes={of.fields} caption={name} empty="" />}
    </Sheet>
  )
}
