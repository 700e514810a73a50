import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadOwnEntry } from '#app/features/intermediaries/load-own-entry.server.ts'
import type { OwnEntry } from '#app/features/intermediaries/upkeep-documents.server.ts'
import { UpkeepFrame } from '#app/features/intermediaries/upkeep-frame.tsx'
import { RequestExitDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  return { title: t('tabs.exit'), ...(await loadOwnEntry(args)) }
}

const schema = z.object({ reasons: z.string().max(2000).default(''), confirmed: z.array(z.literal('yes')).min(1) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { reasons: form.value.reasons, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, RequestExitDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect('/intermediary/exit?sent')
}

/** 退出: what it means, what it would wait for, and the request. */
export default function Exit() {
  const { title, entry, isSent, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('upkeep')
  const form = useFormState({ result, labels: { reasons: t('exit.reasons'), confirmed: t('exit.confirm') } })
  const { status } = entry.intermediary
  const running = entry.running.find(({ kind }) => kind === 'EXIT')
  return (
    <UpkeepFrame title={title} lead={t('exit.lead')} entry={entry} isSent={isSent}>
      {status === 'EXITED' && <NoticeBanner title={t('exit.done')}>{t('exit.again')}</NoticeBanner>}
      {running && (
        <NoticeBanner
          tone="warn"
          title={t('exit.running')}
          action={<Link to={`/intermediary/changes/${running.number}`}>{t('exit.takeBack')}</Link>}
        >
          <p>{t('exit.byItself')}</p>
        </NoticeBanner>
      )}
      {status !== 'EXITED' && (
        <Sheet title={t('exit.waitsFor')}>
          <Holds holds={entry.exitHolds} />
        </Sheet>
      )}
      {status === 'LISTED' && (
        <Sheet title={t('exit.ask')}>
          <ul className="mb-6 list-disc pl-6">
            {(['nothingNew', 'finish', 'record', 'again'] as const).map((key) => (
              <li key={key}>{t(`exit.${key}`)}</li>
            ))}
          </ul>
          <FormFrame form={form} mutationId={clientMutationId}>
            <TextAreaField {...form.field('reasons')} rows={3} isOptional />
            <CheckboxField {...form.field('confirmed')} choices={[{ value: 'yes', label: t('exit.confirmYes') }]} />
            <SubmitButton look="danger">{t('exit.submit')}</SubmitButton>
          </FormFrame>
        </Sheet>
      )}
    </UpkeepFrame>
  )
}

function Holds({ holds }: { readonly holds: OwnEntry['exitHolds'] }) {
  const t = useText('upkeep')
  if (holds.length === 0) return <p>{t('exit.nothing')}</p>
  return (
    <ul className="plain-list">
      {holds.map(({ because, number }) => (
        <li key={number}>
          {t(`exit.hold.${because}`)}{' '}
          <Link to={because === 'VIOLATION_CASE' ? '/intermediary/credit' : `/intermediary/engagements/${number}`}>
            {because === 'VIOLATION_CASE' ? t('exit.cases') : number}
          </Link>
        </li>
      ))}
    </ul>
  )
}
