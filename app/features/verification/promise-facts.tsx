import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Code } from '#app/ui/code.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { FindingRowData } from './documents.server.ts'

/** The promise in question: whose, in which case, what it said. `base` is where the reader's own pages begin; null: no links. */
export function PromiseFacts({
  promise,
  base,
  also = [],
}: {
  readonly promise: FindingRowData['commitment']
  readonly base: '/agency' | '/owner' | null
  readonly also?: readonly { readonly term: string; readonly value: ReactNode }[]
}) {
  const t = useText('verification')
  const { language } = usePage()
  const { number, applicant, case: of, items } = promise
  const letter = base === null ? null : `${base}/commitments/${number}/letter`
  const toCase = base === '/owner' ? `/owner/approvals/${of.number}` : `/agency/cases/${of.number}`
  return (
    <DescriptionList
      items={[
        { term: t('finding.commitment'), value: letter === null ? number : <Link to={letter}>{number}</Link> },
        {
          term: t('finding.applicant'),
          value: (
            <>
              {applicant.name} {applicant.code && <Code code={applicant.code} label={t('finding.applicant')} />}
            </>
          ),
        },
        { term: t('finding.case'), value: base === null ? of.number : <Link to={toCase}>{of.number}</Link> },
        { term: t('finding.item'), value: nameIn(language, of.approvalItem) },
        { term: t('finding.agency'), value: of.agencyName },
        { term: t('task.promised'), value: items.map((item) => nameIn(language, item)).join(language === 'en' ? '; ' : '、') },
        ...also,
      ]}
    />
  )
}
