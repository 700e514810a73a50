import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { KeyState } from '#app/features/selection/key-state.tsx'
import type { KeyRow } from '#app/features/selection/key-documents.server.ts'
import { depositKeys, loadKeys } from '#app/features/selection/keys.server.ts'
import { MakeKeysForm } from '#app/features/selection/make-keys-form.tsx'
import { useText } from '#app/page-context.tsx'
import { useRootData } from '#app/shell/root-data.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadKeys(args)

export const action = (args: ActionFunctionArgs) => depositKeys(args)

/** 监督密钥: what is in use, what waits to be handed over, the stock, and the deposit. */
export default function SupervisionKeys() {
  const { title, taken, free, stock, isLow, isDeposited, links, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('sealing')
  const isDemo = useRootData()?.isDemo
  return (
    <>
      <PageHeading title={title} lead={t('keys.lead')} />
      {isDeposited && !result && <NoticeBanner title={t('keys.deposited')} tone="ok" isResult />}
      {taken.some(({ isDue }) => isDue) && (
        <NoticeBanner title={t('keys.due')} tone="seal">
          <p>{t('keys.dueText')}</p>
        </NoticeBanner>
      )}
      {isLow && (
        <NoticeBanner title={t('keys.low')} tone="warn">
          <p>{t('keys.lowText')}</p>
        </NoticeBanner>
      )}
      <TakenKeys rows={taken} />
      <Pagination {...links} />
      <Sheet title={t('keys.free')}>
        <p>{t('keys.stockText', { count: stock })}</p>
        {isDemo && <p className="hint">{t('keys.demo')}</p>}
        <FreeKeys rows={free} />
      </Sheet>
      <Sheet title={t('keys.deposit')}>
        <p>{t('keys.depositLead')}</p>
        <MakeKeysForm mutationId={clientMutationId} result={undefined} />
        <Reasons summary={t('keys.withoutScripts')} isOpen={result !== undefined}>
          <PasteForm mutationId={clientMutationId} result={result} />
        </Reasons>
      </Sheet>
    </>
  )
}

function TakenKeys({ rows }: { readonly rows: readonly KeyRow[] }) {
  const t = useText('sealing')
  return (
    <DataTable
      caption={t('keys.taken')}
      rows={rows}
      rowKey={({ key }) => key}
      empty={t('keys.takenEmpty')}
      columns={[
        {
          key: 'selection',
          title: t('keys.selection'),
          cell: ({ key, selectionNumber, projectName }) => (
            <>
              <Link to={`/regulator/keys/${key}`}>{selectionNumber}</Link>
              <br />
              <span className="small">{projectName}</span>
            </>
          ),
        },
        { key: 'opensAt', title: t('keys.opensAt'), cell: ({ opensAt }) => opensAt && <Instant at={opensAt} /> },
        { key: 'due', title: t('keys.releaseDue'), cell: ({ sealing }) => sealing && <Instant at={sealing.releaseDueAt} /> },
        { key: 'state', title: t('keys.state'), cell: (row) => <KeyState of={row} /> },
      ]}
    />
  )
}

function FreeKeys({ rows }: { readonly rows: readonly KeyRow[] }) {
  const t = useText('sealing')
  return (
    <DataTable
      caption={t('keys.free')}
      isCaptionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={t('keys.freeEmpty')}
      columns={[
        {
          key: 'recipient',
          title: t('keys.recipient'),
          cell: ({ key, recipient }) => (
            <Link to={`/regulator/keys/${key}`} className="code break-all">
              {recipient}
            </Link>
          ),
        },
        { key: 'depositedAt', title: t('keys.depositedAt'), cell: ({ depositedAt }) => <Instant at={depositedAt} /> },
      ]}
    />
  )
}

/** Keys made by the command: the way without scripts, and for whoever would rather not make them in a browser. */
function PasteForm({ mutationId, result }: { readonly mutationId: string; readonly result: FormResult | undefined }) {
  const t = useText('sealing')
  const form = useFormState({ result, labels: { keys: t('keys.pasted') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p>{t('keys.withoutScriptsText')}</p>
      <TextAreaField {...form.field('keys')} rows={6} hint={t('keys.pastedHint')} />
      <SubmitButton look="ghost">{t('keys.depositPasted')}</SubmitButton>
    </FormFrame>
  )
}
