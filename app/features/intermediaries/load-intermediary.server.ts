import type { LoaderFunctionArgs } from '@remix-run/node'
import { FeeScheduleFields, OfferingHistoryFields } from '#app/features/catalogue/fee-fragments.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { textFacts } from './text-facts.ts'

const intermediaryDocument = graphql(
  `
    query IntermediaryPage($uscc: String!) {
      intermediary(uscc: $uscc) {
        uscc
        name
        status
        grade
        listedOn
        legalForm
        legalRepresentative
        address
        phone
        introduction
        fieldsUnderObjection
        division {
          nameZh
          nameEn
        }
        engagementCount
        deliveredCount
        deliveredOnTimeCount
        listEntries {
          number
          list
          reasons
          basis
          fromOn
          untilOn
          mark
          decisionNumber
        }
        benefits {
          benefit
          instrument
          clause
          textZh
          textEn
          evidence
        }
        standing {
          score
          reviewScore
          conductScore
          ruleSetVersion
          computedAt
          bars {
            kind
            from
            until
            clause
            reasonCode
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
        creditEvents {
          key
          kind
          points
          clause
          countsFromOn
        }
        offerings {
          serviceItem {
            code
            nameZh
            nameEn
            feeBasis
            feeUnit
            referenceSize
            legalBasis
          }
          divisionCodes
          feeSchedule {
            ...FeeScheduleFields
          }
          feeFen
          feeNote
          promisedWorkingDays
          history {
            ...OfferingHistoryFields
          }
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
          validFromOn
          validUntilOn
          status
        }
        affiliations {
          key
          kind
          partyName
          agencyName
          sharePercent
          fromOn
          untilOn
        }
        agencyTies {
          agencyName
          through
        }
        practitioners {
          name
          identityMasked
          title
          certificateNo
        }
      }
      divisions {
        code
        nameZh
        nameEn
      }
    }
  `,
  [FeeScheduleFields, OfferingHistoryFields],
)

type Row = NonNullable<ResultOf<typeof intermediaryDocument>['intermediary']>
export type IntermediaryView = Awaited<ReturnType<typeof loadIntermediary>>
export type OfferView = IntermediaryView['offers'][number]
export type ScoreLineView = NonNullable<Row['standing']>['explanation'][number]

/** An institution's page, in the reader's language. @throws Response 404 */
export async function loadIntermediary(args: LoaderFunctionArgs, uscc: string) {
  const { language } = await preferencesOf(args.request)
  const { intermediary, divisions } = await runOperation(args, intermediaryDocument, { uscc })
  if (!intermediary) throw new Response(null, { status: 404 })
  const divisionNames = new Map(divisions.map((division) => [division.code, nameIn(language, division)]))
  const { offerings, division, ...row } = intermediary
  const offers = offerings.map(({ serviceItem, divisionCodes, refusal, ...offer }) => ({
    ...offer,
    itemCode: serviceItem.code,
    itemName: nameIn(language, serviceItem),
    feeBasis: serviceItem.feeBasis,
    feeUnit: serviceItem.feeUnit,
    referenceSize: serviceItem.referenceSize,
    legalBasis: serviceItem.legalBasis,
    divisions: divisionCodes.map((code) => divisionNames.get(code) ?? code),
    refusal: refusal && { code: refusal.code, facts: textFacts(refusal.facts) },
  }))
  const wanted = new URL(args.request.url).searchParams.get('item')
  return {
    ...row,
    division: division && nameIn(language, division),
    offers,
    /** The service the reader came for, if it is offered here. */
    wantedItem: offers.some(({ itemCode }) => itemCode === wanted) ? wanted : null,
  }
}
