import { Link } from '@remix-run/react'
import type { ResultOf } from '#app/graphql.ts'
import { ProcedureFileList } from '#app/features/files/procedure-file-list.tsx'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ComplaintDocument } from './documents.server.ts'

export type ComplaintData = NonNullable<ResultOf<typeof ComplaintDocument>['complaint']>

/** What is said and about whom, its clocks, and what came of it. Of who said it only whether a name is sealed. */
export function ComplaintFacts({ complaint }: { readonly complaint: ComplaintData }) {
  const t = useText('complaints')
  const { kind, about, subject, agencyName, statement, occurredOn, isAnonymous, officeName, receivedAt, answerDueOn, transferDueOn } =
    complaint
  const { state, files, transferReasons, extensionReasons, answer, answeredAt, caseNumber } = complaint
  const recognised = subject ? `${subject.name} ${subject.code}` : agencyName
  return (
    <Sheet title={t('case.content')}>
      <p className="whitespace-pre-line">{statement}</p>
      <DescriptionList
        items={[
          { term: t('office.kind'), value: t(`kind.${kind}`) },
          { term: t('case.words'), value: about },
          { term: t('case.recognised'), value: recognised ?? <Badge tone="warn">{t('case.notRecognised')}</Badge> },
          ...(occurredOn ? [{ term: t('case.occurredOn'), value: <Day on={occurredOn} /> }] : []),
          { term: t('case.who'), value: t(isAnonymous ? 'case.anonymous' : 'case.sealed') },
          { term: t('office.unit'), value: officeName },
          { term: t('office.received'), value: <Instant at={receivedAt} /> },
          ...(state === 'RECEIVED' ? [{ term: t('case.transferDue'), value: <Day on={transferDueOn} /> }] : []),
          { term: t('office.due'), value: <Day on={answerDueOn} /> },
          ...(transferReasons ? [{ term: t('follow.transfer'), value: transferReasons }] : []),
          ...(extensionReasons ? [{ term: t('follow.extension'), value: extensionReasons }] : []),
          ...(answeredAt ? [{ term: t('follow.answered'), value: <Instant at={answeredAt} /> }] : []),
          ...(answer ? [{ term: t('case.answerGiven'), value: answer }] : []),
          ...(caseNumber ? [{ term: t('case.caseOpened'), value: <Link to={`/regulator/cases/${caseNumber}`}>{caseNumber}</Link> }] : []),
        ]}
      />
      {files.length > 0 && (
        <>
          <h3>{t('case.files')}</h3>
          <ProcedureFileList files={files} />
        </>
      )}
    </Sheet>
  )
}
