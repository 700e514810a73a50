import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import type { KeyData } from '#app/features/selection/key-documents.server.ts'
import { KeyState } from '#app/features/selection/key-state.tsx'
import { loadKey, stepKey } from '#app/features/selection/keys.server.ts'
import { UnlockKeyForm } from '#app/features/selection/unlock-key-form.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadKey(args)

export const action = (args: ActionFunctionArgs) => stepKey(args)

/** One key of the supervising body: handed over when it is wanted, taken out while it is free. */
export default function SupervisionKey() {
  const { title, parentTitle, supervisorKey, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText('sealing')
  const { key, isDue, state, sealing } = supervisorKey
  const step = { mutationId: clientMutationId, result }
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/keys', label: parentTitle }]} current={title} />
      <PageHeading title={title} lead={supervisorKey.projectName ?? undefined} />
      {search.has('released') && !result && (
        <NoticeBanner title={t('keys.released')} tone="ok" isResult>
          <p>{t('keys.releasedText')}</p>
        </NoticeBanner>
      )}
      <KeyFacts of={supervisorKey} />
      <p>
        <a href={`/resources/supervisor-keys/${key}`} download>
          {t('keys.download')}
        </a>
      </p>
      {isDue && <Release wrapped={supervisorKey.wrappedIdentity} {...step} />}
      {sealing?.state === 'SEALED' && !isDue && (
        <NoticeBanner title={t('keys.releaseNotYet')}>
          <p>{t('keys.releaseNotYetText')}</p>
        </NoticeBanner>
      )}
      {state === 'FREE' && <Withdraw {...step} />}
    </>
  )
}

function KeyFacts({ of }: { readonly of: KeyData }) {
  const t = useText('sealing')
  const { recipient, depositedAt, selectionNumber, opensAt, sealing } = of
  const used = [
    { term: t('keys.selection'), value: <Link to={`/selections/${selectionNumber ?? ''}`}>{selectionNumber}</Link> },
    { term: t('keys.opensAt'), value: opensAt && <Instant at={opensAt} /> },
    { term: t('keys.releaseDue'), value: sealing && <Instant at={sealing.releaseDueAt} /> },
  ]
  return (
    <DescriptionList
      items={[
        { term: t('keys.state'), value: <KeyState of={of} /> },
        ...(sealing ? used : []),
        { term: t('keys.recipient'), value: <Code code={recipient} label={t('keys.recipient')} /> },
        { term: t('keys.depositedAt'), value: <Instant at={depositedAt} /> },
      ]}
    />
  )
}

interface Step {
  readonly mutationId: string
  readonly result: FormResult | undefined
}

function Release({ wrapped, mutationId, result }: Step & { readonly wrapped: string }) {
  const t = useText('sealing')
  const form = useFormState({ result, labels: { identity: t('keys.identity') } })
  return (
    <Sheet title={t('keys.release')}>
      <p>{t('keys.releaseLead')}</p>
      <UnlockKeyForm wrapped={wrapped} mutationId={mutationId} result={undefined} />
      <Reasons summary={t('keys.byHand')} isOpen={result !== undefined}>
        <p>{t('keys.byHandText')}</p>
        <FormFrame form={form} mutationId={mutationId}>
          <TextField {...form.field('identity')} hint={t('keys.identityHint')} autoComplete="off" spellCheck={false} />
          <SubmitButton look="danger" name="intent" value="release">
            {t('keys.releaseByHand')}
          </SubmitButton>
        </FormFrame>
      </Reasons>
    </Sheet>
  )
}

function Withdraw({ mutationId, result }: Step) {
  const t = useText('sealing')
  const form = useFormState({ result, labels: {} })
  return (
    <Sheet title={t('keys.withdraw')}>
      <p>{t('keys.withdrawText')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <SubmitButton look="danger" name="intent" value="withdraw">
          {t('keys.withdraw')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
