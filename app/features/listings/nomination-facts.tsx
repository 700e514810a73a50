import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'

interface ShownNomination {
  readonly origin: 'CRITERIA' | 'AUTHORITY'
  readonly authority: string | null
  readonly reasons: string
  readonly basis: string
  readonly publicFromOn: string | null
  readonly publicUntilOn: string | null
  readonly ruleSetVersion: string
  readonly nominatedAt?: string
  readonly decisionNumber?: string | null
  readonly decisionReasons?: string | null
  readonly entries?: readonly { readonly number: string }[]
}

/** What a nomination says, and what became of it. */
export function NominationFacts({ of }: { readonly of: ShownNomination }) {
  const t = useText('lists')
  const { publicFromOn, publicUntilOn, entries = [] } = of
  const [entry] = entries
  return (
    <DescriptionList
      items={[
        { term: t('nominations.origin'), value: t(`origin.${of.origin}`) },
        ...(of.authority ? [{ term: t('nomination.authority'), value: of.authority }] : []),
        ...(of.nominatedAt ? [{ term: t('nominations.nominatedAt'), value: <Instant at={of.nominatedAt} /> }] : []),
        { term: t('nomination.reasons'), value: <span className="whitespace-pre-line">{of.reasons}</span> },
        { term: t('nomination.basis'), value: of.basis },
        ...(publicFromOn && publicUntilOn
          ? [
              {
                term: t('nomination.publicity'),
                value: (
                  <>
                    <Day on={publicFromOn} /> – <Day on={publicUntilOn} />
                  </>
                ),
              },
            ]
          : []),
        ...(of.decisionNumber ? [{ term: t('nomination.decision'), value: of.decisionNumber }] : []),
        ...(of.decisionReasons
          ? [{ term: t('nomination.decisionReasons'), value: <span className="whitespace-pre-line">{of.decisionReasons}</span> }]
          : []),
        ...(entry ? [{ term: t('nomination.entry'), value: <Link to={`/lists/${entry.number}`}>{entry.number}</Link> }] : []),
        { term: t('nomination.rules'), value: of.ruleSetVersion },
      ]}
    />
  )
}
