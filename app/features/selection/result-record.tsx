import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { SelectionData } from './documents.server.ts'
import { Ranking } from './ranking.tsx'

/** The result with its publicity, how to object, and the whole order. */
export function ResultRecord({ of, objectionDays }: { readonly of: SelectionData; readonly objectionDays: number }) {
  const t = useText('selection')
  const { language } = usePage()
  const { result, winner, publicityUntilOn, publicityPausedAt, awardedAt, contractDueOn } = of
  if (!result) return null
  const names = new Map((of.pool?.places ?? []).map(({ signUpId, name }) => [signUpId, name]))
  return (
    <>
      <DescriptionList items={winner ? [{ term: t(awardedAt ? 'result.awardedTo' : 'result.winner'), value: <b>{winner.name}</b> }] : []} />
      {of.state === 'PUBLICITY' && publicityUntilOn && <p>{t('result.publicity', { day: formatDay(publicityUntilOn, language) })}</p>}
      {publicityPausedAt && <p>{t('result.paused', { at: formatInstant(publicityPausedAt) })}</p>}
      {of.state === 'AWARDED' && contractDueOn && <p>{t('result.contractDue', { day: formatDay(contractDueOn, language) })}</p>}
      <Ranking result={result} names={names} criteria={of.criteria} />
      {(of.state === 'PUBLICITY' || of.state === 'DISPUTED') && (
        <Reasons summary={t('result.how')}>
          <p>{t('result.howText', { days: objectionDays })}</p>
        </Reasons>
      )}
    </>
  )
}
