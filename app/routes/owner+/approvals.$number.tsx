import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CaseFacts } from '#app/features/acceptance/case-facts.tsx'
import { caseTones } from '#app/features/acceptance/case-table.tsx'
import { CaseDocument } from '#app/features/acceptance/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { approvalCase } = await runOperation({ request, context }, CaseDocument, { number: params['number'] ?? '' })
  if (!approvalCase) throw new Response(null, { status: 404 })
  const { preview: _preview, ...of } = approvalCase
  return { title: t('case.title', { number: of.number }), of }
}

/** The applicant's own case. */
export default function MyCase() {
  const { title, of } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const paperOf = (paper: string) => `/owner/approvals/${of.number}/${paper}`
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/approvals', label: t('case.mine') }]} current={of.number} />
      <PageHeading
        title={title}
        lead={<Badge tone={caseTones[of.state]}>{t(`state.${of.state}`)}</Badge>}
        actions={
          <>
            {of.mode === 'CORRECTION_NOTICE' && <ButtonLink to={paperOf('correction-notice')}>{t('case.correctionNotice')}</ButtonLink>}
            {of.acceptedAt && (
              <ButtonLink look="ghost" to={paperOf('acceptance-notice')}>
                {t('case.acceptanceReceipt')}
              </ButtonLink>
            )}
          </>
        }
      />
      <CaseFacts of={of} area="/owner" />
    </>
  )
}
