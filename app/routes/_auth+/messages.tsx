import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { messagePlace } from '#app/features/notifications/message-place.ts'
import { MarkReadDocument, MessagesDocument } from '#app/features/notifications/messages.server.ts'
import { sentenceFacts, sentenceOf } from '#app/features/notifications/sentence.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { preferencesOf } from '#app/preferences.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Instant } from '#app/ui/day.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'notifications')
  const { language } = await preferencesOf(request)
  const after = new URL(request.url).searchParams.get('after')
  const { notifications, unreadNotifications } = await runOperation({ request, context }, MessagesDocument, { after })
  const messages = notifications.edges.flatMap((edge) => {
    const message = edge?.node
    if (!message) return []
    const facts = (message.facts ?? {}) as Readonly<Record<string, string>>
    const place = messagePlace(message.kind, facts['number'] ?? '', context.viewer.roles)
    return [{ ...message, facts: sentenceFacts(language, facts), place }]
  })
  const { hasNextPage, endCursor } = notifications.pageInfo
  const next = hasNextPage && endCursor ? `/messages?after=${encodeURIComponent(endCursor)}` : undefined
  return { title: t('title'), messages, unread: unreadNotifications, next, clientMutationId: newMutationId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, z.object({ until: z.iso.datetime() }))
  if (!form.ok) return form.reply
  const input = { until: form.value.until, clientMutationId: form.clientMutationId }
  const { markNotificationsRead: marked } = await runOperation({ request, context }, MarkReadDocument, { input })
  if ('code' in marked) return form.refuseWith(marked, await serverText(request, 'notifications'))
  return redirect('/messages')
}

export default function Messages() {
  const { title, messages, unread, next, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('notifications')
  const form = useFormState({ result: useActionData<typeof action>(), labels: {}, defaults: {} })
  const newest = messages[0]?.createdAt
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('lead')} />
      {unread > 0 && newest && (
        <FormFrame form={form} mutationId={clientMutationId}>
          <input type="hidden" name="until" value={newest} />
          <SubmitButton look="ghost" isSmall>
            {t('markRead')}
          </SubmitButton>
        </FormFrame>
      )}
      {messages.length === 0 && <p>{t('empty')}</p>}
      <ul className="m-0 mt-4 list-none p-0">
        {messages.map(({ id, kind, facts, createdAt, isRead, place }) => (
          <li key={id} className="border-t border-line py-3">
            <p className="small mute">
              <Instant at={createdAt} /> {!isRead && <Badge tone="seal">{t('unread')}</Badge>}
            </p>
            <p>
              {sentenceOf(t, kind, facts)} {place && <Link to={place}>{t('open')}</Link>}
            </p>
          </li>
        ))}
      </ul>
      <Pagination next={next} />
    </>
  )
}
