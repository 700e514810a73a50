import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { HonoursDocument } from '#app/features/rating/documents.server.ts'
import { HonourForm, HonourTable } from '#app/features/rating/honours.tsx'
import { AnnulForm } from '#app/features/rating/annul-form.tsx'
import { AnnulHonourDocument, RecordHonourDocument } from '#app/features/rating/mutations.server.ts'
import { answerTo } from '#app/features/rating/rule-set-forms.tsx'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const { searchParams, search } = new URL(args.request.url)
  const { honours } = await runOperation(args, HonoursDocument, pageArguments(searchParams, 20))
  const rows = honours.edges.map(({ node }) => node)
  const annulled = rows.find(({ key, mayAnnul }) => mayAnnul && key === searchParams.get('annul')) ?? null
  return {
    title: t('honours.title'),
    ...{ rows, annulled, isDone: searchParams.has('done'), links: pageLinks(search, honours.pageInfo) },
    mutationIds: { RECORD: newMutationId(), ANNUL: newMutationId() },
  }
}

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('RECORD'),
    uscc: z.string().max(20),
    level: z.enum(['DISTRICT', 'CITY', 'PROVINCE', 'NATIONAL']),
    title: z.string().min(2).max(100),
    awardedBy: z.string().min(2).max(100),
    documentNumber: z.string().max(60),
    awardedOn: z.string().max(10),
  }),
  z.object({ intent: z.literal('ANNUL'), key: z.string().max(40), reason: z.string().min(5).max(500) }),
])

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { clientMutationId } = form
  const { intent: _intent, ...value } = form.value
  const { result } =
    'reason' in value
      ? await runOperation(args, AnnulHonourDocument, { input: { ...value, clientMutationId } })
      : await runOperation(args, RecordHonourDocument, { input: { ...value, clientMutationId } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'rating'))
  return redirect('/regulator/honours?done')
}

/** 荣誉: recorded with the document that awards them, taken back by another officer. */
export default function Honours() {
  const { title, rows, annulled, isDone, links, mutationIds } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('rating')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/rule-sets', label: t('editor.title') }]} current={title} />
      <PageHeading title={title} lead={t('honours.lead')} />
      {isDone && <NoticeBanner tone="ok" title={t('editor.done')} isResult />}
      {annulled && (
        <AnnulForm
          title={t('honours.annulTitle', { title: annulled.description })}
          subject={annulled.key}
          result={answerTo(result, 'ANNUL')}
          mutationId={mutationIds.ANNUL}
          backTo="/regulator/honours"
        />
      )}
      <Sheet title={t('honours.list')}>
        <HonourTable rows={rows} />
        <Pagination {...links} />
      </Sheet>
      <HonourForm result={answerTo(result, 'RECORD')} mutationId={mutationIds.RECORD} />
    </>
  )
}
