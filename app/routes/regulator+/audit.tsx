import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { Change } from '#app/features/audit/change.tsx'
import { AuditDocument } from '#app/features/audit/documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

const texts = ['actor', 'action', 'entity', 'entityId'] as const
const days = ['fromOn', 'toOn'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'audit')
  const { searchParams, search } = new URL(request.url)
  const asked = [...texts, ...days].flatMap((name) => {
    const value = searchParams.get(name)?.trim().slice(0, 200) ?? ''
    const isUsable = value !== '' && ((texts as readonly string[]).includes(name) || isCalendarDay(value))
    return isUsable ? [[name, value] as const] : []
  })
  const filter: Partial<Record<(typeof texts)[number] | (typeof days)[number], string>> = Object.fromEntries(asked)
  const { auditEvents } = await runOperation({ request, context }, AuditDocument, { filter, ...pageArguments(searchParams, 50) })
  return {
    title: t('title'),
    filter,
    search,
    events: auditEvents.edges.map(({ node }) => node),
    links: pageLinks(search, auditEvents.pageInfo),
  }
}

/** The audit trail, for auditors: newest first, with filters in the address. */
export default function Audit() {
  const { title, filter, search, events, links } = useLoaderData<typeof loader>()
  const t = useText('audit')
  return (
    <>
      <PageHeading title={title} lead={t('lead')} />
      <Sheet title={t('filter')}>
        <Filter key={search} filter={filter} />
      </Sheet>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={events}
        rowKey={({ id }) => String(id)}
        empty={t('empty')}
        columns={[
          { key: 'at', title: t('at'), cell: ({ at }) => <Instant at={at} /> },
          { key: 'actor', title: t('actor'), cell: ({ actorName, actorRoles }) => `${actorName} ${actorRoles.join(' ')}` },
          { key: 'action', title: t('action'), cell: ({ action }) => <code>{action}</code> },
          { key: 'subject', title: t('subject'), cell: ({ entity, entityId }) => `${entity} ${entityId}` },
          { key: 'basis', title: t('basis'), cell: ({ basis }) => basis ?? '' },
          { key: 'change', title: t('change'), cell: ({ before, after, requestId }) => <Change {...{ before, after, requestId }} /> },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}

function Filter({ filter }: { readonly filter: Readonly<Record<string, string | undefined>> }) {
  const t = useText('audit')
  const labels = {
    actor: t('actor'),
    action: t('action'),
    entity: t('entity'),
    entityId: t('entityId'),
    fromOn: t('fromOn'),
    toOn: t('toOn'),
  }
  const form = useFormState({ result: undefined, labels, defaults: filter })
  return (
    <Form method="get">
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        <TextField {...form.field('actor')} hint={t('actorHint')} />
        <TextField {...form.field('action')} hint={t('actionHint')} spellCheck={false} />
        <TextField {...form.field('entity')} spellCheck={false} />
        <TextField {...form.field('entityId')} spellCheck={false} />
        <DateField {...form.field('fromOn')} />
        <DateField {...form.field('toOn')} />
      </div>
      <p className="actions">
        <Button type="submit">{t('submit')}</Button>
        <Link to="/regulator/audit">{t('clear')}</Link>
      </p>
    </Form>
  )
}
