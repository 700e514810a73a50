import { useActionData, useLoaderData } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { useFormState } from '#app/form-state.ts'
import { lastDayOf } from './last-day-of.ts'
import type { changeApiKeys, loadApiKeys } from './api-keys.server.ts'
import { IssueKeyForm } from './issue-key-form.tsx'
import { resultOfIntent } from './result-of-intent.ts'

/** The keys of organisations' systems: list, issue, revoke. */
export function ApiKeysPage() {
  const { title, keys, holders, links, usualEndOn, clientMutationId } = useLoaderData<typeof loadApiKeys>()
  const result = useActionData<typeof changeApiKeys>()
  const t = useText('keys')
  const tAccess = useText('access')
  const revoke = useFormState({ result: resultOfIntent(result, 'revoke'), labels: {} })
  return (
    <>
      <PageHeading title={title} lead={t('lead')} actions={<a href="/graphql">{t('docs')}</a>} />
      {result && 'issued' in result && <Issued name={result.issued.name} secret={result.issued.key} />}
      <DataTable
        caption={title}
        isCaptionHidden
        rows={keys}
        rowKey={({ keyId }) => keyId}
        empty={t('empty')}
        columns={[
          { key: 'name', title: t('name'), cell: ({ name }) => name },
          { key: 'prefix', title: t('prefix'), cell: ({ prefix }) => <span className="code">{prefix}…</span> },
          { key: 'organisation', title: t('organisation'), cell: ({ organisationName }) => organisationName },
          { key: 'roles', title: t('roles'), cell: ({ roles }) => roles.map((role) => tAccess(`role.${role}`)).join('、') },
          { key: 'responsible', title: t('responsible'), cell: ({ responsibleName }) => responsibleName ?? t('nobodyAnswers') },
          { key: 'expires', title: t('expires'), cell: ({ expiresAt }) => <Day on={lastDayOf(expiresAt)} /> },
          { key: 'lastUsed', title: t('lastUsed'), cell: ({ lastUsedAt }) => (lastUsedAt ? <Instant at={lastUsedAt} /> : t('never')) },
          {
            key: 'state',
            title: t('state'),
            cell: ({ state, keyId, name }) =>
              state === 'active' ? (
                <FormFrame form={revoke}>
                  <Badge tone="ok">{t('active')}</Badge>
                  <input type="hidden" name="id" value={keyId} />
                  <SubmitButton look="danger" isSmall name="intent" value="revoke">
                    <span aria-hidden="true">{t('revoke')}</span>
                    <span className="sr-only">{t('revokeOf', { name })}</span>
                  </SubmitButton>
                </FormFrame>
              ) : (
                <Badge tone="neutral">{t(state)}</Badge>
              ),
          },
        ]}
      />
      <Pagination {...links} />
      <div className="mt-6">
        <Sheet title={t('issueTitle')}>
          <IssueKeyForm holders={holders} usualEndOn={usualEndOn} mutationId={clientMutationId} result={resultOfIntent(result, 'issue')} />
        </Sheet>
      </div>
    </>
  )
}

function Issued({ name, secret }: { readonly name: string; readonly secret: string | null }) {
  const t = useText('keys')
  return (
    <NoticeBanner title={t('issuedTitle')} tone="ok" isResult>
      {secret === null ? (
        <p>{t('alreadyIssued')}</p>
      ) : (
        <>
          <p>{t('issued', { name })}</p>
          <p>
            <output className="code" aria-label={t('key')}>
              {secret}
            </output>{' '}
            <CopyButton text={secret} label={t('key')} />
          </p>
        </>
      )}
    </NoticeBanner>
  )
}
