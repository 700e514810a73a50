import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { FeeScheduleFields } from '#app/features/catalogue/fee-fragments.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { compareAddress, mostCompared, readCompareQuery } from './compare-query.ts'
import { loadNames } from './load-names.server.ts'
import { textFacts } from './text-facts.ts'

const comparisonDocument = graphql(
  `
    query ComparePage($usccs: [String!]!) {
      intermediaryComparison(usccs: $usccs) {
        __typename
        ... on IntermediaryComparison {
          seed
          intermediaries {
            uscc
            name
            status
            grade
            listedOn
            engagementCount
            deliveredCount
            deliveredOnTimeCount
            practitionerCount
            listEntries {
              number
              list
              reasons
              fromOn
              untilOn
              mark
            }
            standing {
              score
              reviewScore
              conductScore
              ruleSetVersion
              computedAt
              bars {
                kind
                until
                isHold
              }
              explanation {
                code
                kind
                points
                weight
                ruleClause
                countsUntil
              }
            }
            offerings {
              serviceItem {
                code
                nameZh
                nameEn
                feeBasis
                isQualificationRequired
                feeUnit
                referenceSize
              }
              divisionCodes
              feeSchedule {
                ...FeeScheduleFields
              }
              feeFen
              feeNote
              promisedWorkingDays
              refusal {
                code
                facts
              }
            }
            qualifications {
              name
              grade
              certificateNo
              issuer
              validUntilOn
              status
              serviceItemCodes
            }
          }
        }
      }
      divisions {
        code
        nameZh
        nameEn
      }
    }
  `,
  [FeeScheduleFields],
)

type Answer = ResultOf<typeof comparisonDocument>
type Row = Extract<Answer['intermediaryComparison'], { __typename: 'IntermediaryComparison' }>['intermediaries'][number]
export type CompareView = Awaited<ReturnType<typeof loadComparison>>
/** One column of the comparison. */
export type Compared = ReturnType<typeof presentColumn>

/** What the comparison shows; of more than four only the names, to choose from. @throws a redirect to its one address */
export async function loadComparison(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const query = readCompareQuery(searchParams)
  const address = compareAddress(query)
  if (address.split('?')[1] !== (searchParams.size === 0 ? undefined : searchParams.toString())) throw redirect(address)
  const isTooMany = query.with.length > mostCompared
  const names = isTooMany ? await loadNames(args, query.with) : []
  const { language } = await preferencesOf(args.request)
  const answer = await runOperation(args, comparisonDocument, { usccs: isTooMany ? [] : [...query.with] })
  const found = answer.intermediaryComparison
  if (found.__typename !== 'IntermediaryComparison') throw new Response(null, { status: 400 })
  const rows = found.intermediaries
  const items = itemsOf(rows, language)
  // Without a wish, what most of them offer.
  const item = items.find(({ code }) => code === query.item) ?? items[0] ?? null
  const divisionNames = new Map(answer.divisions.map((division) => [division.code, nameIn(language, division)]))
  return {
    query,
    isTooMany,
    names,
    seed: found.seed,
    items,
    item,
    unknown: isTooMany ? [] : query.with.filter((uscc) => !rows.some((row) => row.uscc === uscc)),
    columns: rows.map((row) => presentColumn(row, item?.code ?? null, divisionNames)),
  }
}

/** The services that any of them offers: those that most offer first. */
function itemsOf(rows: readonly Row[], language: 'zh-CN' | 'en') {
  const items = new Map<string, { readonly code: string; readonly name: string; readonly offeredBy: number }>()
  for (const { serviceItem } of rows.flatMap(({ offerings }) => offerings)) {
    const { code } = serviceItem
    items.set(code, { code, name: nameIn(language, serviceItem), offeredBy: (items.get(code)?.offeredBy ?? 0) + 1 })
  }
  return [...items.values()].sort((a, b) => b.offeredBy - a.offeredBy || (a.code < b.code ? -1 : 1))
}

function presentColumn(row: Row, itemCode: string | null, divisionNames: ReadonlyMap<string, string>) {
  const offer = row.offerings.find(({ serviceItem }) => serviceItem.code === itemCode) ?? null
  const hold = row.standing?.bars.find(({ kind, isHold }) => kind === 'PROVIDE_SERVICES' && isHold)
  const reviews = row.standing?.explanation.filter(({ code }) => code === 'REVIEW_RATING').length ?? 0
  return {
    uscc: row.uscc,
    name: row.name,
    grade: row.grade,
    standing: row.standing,
    entries: row.listEntries,
    suspendedUntil: hold?.until ?? null,
    listedOn: row.listedOn,
    engagementCount: row.engagementCount,
    deliveredCount: row.deliveredCount,
    deliveredOnTimeCount: row.deliveredOnTimeCount,
    reviewCount: reviews,
    reviewScore: reviews === 0 ? null : (row.standing?.reviewScore ?? null),
    itemCount: row.offerings.length,
    practitionerCount: row.practitionerCount,
    offer: offer && {
      feeFen: offer.feeFen,
      feeSchedule: offer.feeSchedule,
      feeUnit: offer.serviceItem.feeUnit,
      referenceSize: offer.serviceItem.referenceSize,
      feeNote: offer.feeNote,
      feeBasis: offer.serviceItem.feeBasis,
      days: offer.promisedWorkingDays,
      divisions: offer.divisionCodes.map((code) => divisionNames.get(code) ?? code),
      isQualificationRequired: offer.serviceItem.isQualificationRequired,
      refusal: offer.refusal && { code: offer.refusal.code, facts: textFacts(offer.refusal.facts) },
    },
    qualifications: row.qualifications.filter(({ serviceItemCodes }) => itemCode !== null && serviceItemCodes.includes(itemCode)),
  }
}
