import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { catalogueChangeKinds } from '#domain/catalogue/catalogue-change.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ApplyDocument, NewestVersionDocument } from '#app/features/catalogue/change-documents.server.ts'
import { withCeilingText } from '#app/features/catalogue/fee-text.server.ts'
import { ProposalForm } from '#app/features/catalogue/proposal-form.tsx'
import { applicationSchema, proposalInput } from '#app/features/catalogue/proposal.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { preferencesOf } from '#app/preferences.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'catalogueChanges')
  const { searchParams } = new URL(args.request.url)
  const kind = catalogueChangeKinds.find((one) => one === searchParams.get('kind')) ?? null
  const code = (searchParams.get('item') ?? '').trim().toUpperCase().slice(0, 40)
  const { serviceItemVersions, clock } = await runOperation(args, NewestVersionDocument, { code })
  const { language } = await preferencesOf(args.request)
  const newest = serviceItemVersions[0] ?? null
  const isReady = kind !== null && code !== '' && (kind === 'ADD' || newest !== null)
  return {
    title: t('apply.title'),
    ...{ kind, code, isReady },
    content: newest && withCeilingText(newest.content, language),
    today: shanghaiDayOf(new Date(clock.now)),
    clientMutationId: newMutationId(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, applicationSchema)
  if (!form.ok) return form.reply
  const proposal = await proposalInput(args, form)
  if (!proposal.ok) return proposal.reply
  const { result } = await runOperation(args, ApplyDocument, { input: proposal.input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'catalogueChanges'))
  return redirect(`/agency/catalogue/${result.taken.change.number}`)
}

/** 申请: first kind and item, then the form with the entry as it reads now. */
export default function NewChange() {
  const { title, kind, code, isReady, content, today, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('catalogueChanges')
  const { language } = usePage()
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/catalogue', label: t('apply.mine') }]} current={title} />
      <PageHeading title={title} lead={t('apply.lead')} />
      <Sheet title={t('apply.choose')}>
        <Form method="get" key={`${kind ?? ''} ${code}`}>
          <label className="field">
            <span className="field-label">{t('apply.kindLabel')}</span>
            <select name="kind" className="input" defaultValue={kind ?? 'AMEND'}>
              {catalogueChangeKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="field-label">{t('apply.itemLabel')}</span>
            <span className="hint">{t('apply.itemHint')}</span>
            <input name="item" className="input input-code" defaultValue={code} maxLength={40} required />
          </label>
          <Button type="submit" look={isReady ? 'ghost' : 'primary'}>
            {t('apply.start')}
          </Button>
        </Form>
      </Sheet>
      {code !== '' && !isReady && <NoticeBanner tone="warn" title={t('apply.unknown')} isResult />}
      {isReady && kind && (
        <Sheet title={`${t(`kind.${kind}`)} · ${content && kind !== 'ADD' ? nameIn(language, content) : code}`}>
          <ProposalForm
            kind={kind}
            itemCode={code}
            content={kind === 'ADD' ? null : content}
            today={today}
            mutationId={clientMutationId}
            result={result}
          />
        </Sheet>
      )}
    </>
  )
}
