import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { CaseData } from './documents.server.ts'

/** The hearing of a case, for the party and the officials. */
export function CaseHearing({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  const { hearing, number } = of
  if (!hearing) return null
  const words = (text: string) => <p className="prose whitespace-pre-line">{text}</p>
  const maybe = (term: string, value: string | null) => (value ? [{ term, value: words(value) }] : [])
  return (
    <Sheet title={`${t('procedure.hearing', { number: hearing.number })}: ${t(`procedure.hearingState.${hearing.state}`)}`}>
      <DescriptionList
        items={[
          { term: t('procedure.hearingAsked'), value: words(hearing.requestReasons) },
          ...(hearing.scheduledFor ? [{ term: t('procedure.hearingWhen'), value: <Instant at={hearing.scheduledFor} /> }] : []),
          ...maybe(t('procedure.hearingPlace'), hearing.place),
          ...maybe(t('procedure.presider'), hearing.presider),
          ...maybe(t('procedure.attendees'), hearing.attendees),
          ...maybe(t(hearing.state === 'HELD' ? 'procedure.hearingRecord' : 'procedure.hearingEnd'), hearing.record),
          ...maybe(t('procedure.hearingRefused'), hearing.refusalReasons),
        ]}
      />
      {hearing.state === 'SCHEDULED' && hearing.notifiedAt === null && <p>{t('procedure.hearingNotServed')}</p>}
      {hearing.noticeNumber !== null && (
        <p>
          <Link to={`/cases/${number}/hearing-notice`}>{t('procedure.hearingNotice')}</Link>
        </p>
      )}
    </Sheet>
  )
}
