import { Link } from '@remix-run/react'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Code } from '#app/ui/code.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { CaseData } from './documents.server.ts'
import { nameIn } from './name-in.ts'

/** What a case is about: party, violation, facts, evidence, and what was put in writing so far. */
export function CaseFacts({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  const { language } = usePage()
  const { party, violation, officers } = of
  const words = (text: string) => <p className="prose whitespace-pre-line">{text}</p>
  return (
    <>
      <Sheet title={t('case.facts')}>
        <DescriptionList
          items={[
            { term: t('case.party'), value: party.uscc ? <Link to={`/intermediaries/${party.uscc}`}>{party.name}</Link> : party.name },
            { term: t('list.code'), value: <Code code={party.code} label={t('list.code')} /> },
            { term: t('case.violation'), value: violation ? `${violation.code} ${nameIn(language, violation)}` : t('cases.broken') },
            { term: t('case.severity'), value: <Badge>{t(`severity.${of.severity}`)}</Badge> },
            { term: t('case.occurredOn'), value: <Day on={of.occurredOn} /> },
            { term: t('case.reportedFacts'), value: words(of.facts) },
            ...(officers && of.investigationNote ? [{ term: t('case.note'), value: words(of.investigationNote) }] : []),
          ]}
        />
      </Sheet>
      <Sheet title={t('case.evidence')}>
        {of.evidence.length === 0 ? (
          <p className="mute">{t('case.noEvidence')}</p>
        ) : (
          <ul>
            {of.evidence.map(({ key, fileName, sizeBytes, sha256 }) => (
              <li key={key} className="mb-2">
                <a href={`/resources/evidence/${key}`} download>
                  {fileName}
                </a>{' '}
                <span className="small mute num">
                  {Math.max(1, Math.round(sizeBytes / 1024))} kB · SHA-256 {sha256.slice(0, 16)}…
                </span>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
      <CasePapers of={of} />
    </>
  )
}

function CasePapers({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  const { noticeNumber, noticeFacts, noticeMeasure, defenceText, decisionNumber, decisionReasons, number } = of
  return (
    <>
      {noticeNumber !== null && (
        <Sheet title={`${t('case.notice')} ${noticeNumber}`}>
          <p className="prose whitespace-pre-line">{noticeFacts}</p>
          <p className="prose whitespace-pre-line">{noticeMeasure}</p>
          <p>
            <Link to={`/cases/${number}/notice`}>{t('case.print')}</Link>
          </p>
        </Sheet>
      )}
      {defenceText !== null && (
        <Sheet title={t(of.defenceFiledAt === null ? 'case.waived' : 'case.defence')}>
          <p className="prose whitespace-pre-line">{defenceText}</p>
        </Sheet>
      )}
      {decisionNumber !== null && (
        <Sheet title={`${t('case.decision')} ${decisionNumber}`}>
          <p className="prose whitespace-pre-line">{decisionReasons}</p>
          {of.decisionServedOn !== null && (
            <p className="small mute">
              {t('procedure.served')} <Day on={of.decisionServedOn} />
              {of.appealDueOn !== null && (
                <>
                  {' · '}
                  {t('procedure.appealDue')} <Day on={of.appealDueOn} />
                </>
              )}
            </p>
          )}
          <p className="actions">
            <Link to={`/cases/${number}/decision`}>{t('case.print')}</Link>
            {of.listEntries.map((entry) => (
              <Link key={entry.number} to={`/lists/${entry.number}`}>
                {t('list.entry', { number: entry.number })}
              </Link>
            ))}
          </p>
        </Sheet>
      )}
      {of.closeReasons !== null && (
        <Sheet title={t('state.CLOSED_NO_FINDING')}>
          <p className="prose whitespace-pre-line">{of.closeReasons}</p>
        </Sheet>
      )}
      {of.suspensions.length > 0 && (
        <Sheet title={t('case.suspensions')}>
          {of.suspensions.map(({ orderedAt, fromOn, untilOn, reasons, basis, liftedAt }) => (
            <div key={orderedAt}>
              <p>
                {t('case.suspendedFromTo', { from: fromOn, until: untilOn })}
                {liftedAt !== null && ` · ${t('case.lifted', { at: liftedAt.slice(0, 10) })}`}
              </p>
              <p className="prose whitespace-pre-line">{reasons}</p>
              <p className="small mute">{basis}</p>
            </div>
          ))}
        </Sheet>
      )}
    </>
  )
}
