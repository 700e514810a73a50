import { graphql } from '#app/graphql.ts'

export const searchDocument = graphql(`
  query SearchPage($search: IntermediarySearchInput!) {
    searchIntermediaries(search: $search) {
      __typename
      ... on IntermediarySearchResult {
        total
        isEstimated
        page
        pageCount
        seed
        tier
        isBasic
        terms
        focusItemCodes
        facets {
          serviceItems {
            value
            count
          }
          divisions {
            value
            count
          }
          grades {
            value
            count
          }
          fees {
            value
            count
          }
          days {
            value
            count
          }
        }
        hits {
          uscc
          name
          grade
          engagementCount
          deliveredCount
          deliveredOnTimeCount
          listEntries {
            number
            list
            reasons
            fromOn
            untilOn
            mark
          }
          standing {
            bars {
              kind
              until
              isHold
            }
          }
          offerings {
            serviceItem {
              code
              nameZh
              nameEn
              feeBasis
              feeUnit
              referenceSize
            }
            divisionCodes
            feeSchedule {
              unit
            }
            feeFen
            feeNote
            promisedWorkingDays
            refusal {
              code
            }
          }
        }
      }
      ... on ValidationError {
        fields {
          path
          code
        }
      }
    }
    serviceItems(status: RETAINED) {
      code
      nameZh
      nameEn
      approvingAgencyZh
    }
    divisions {
      code
      nameZh
      nameEn
      parentCode
    }
  }
`)

/** How many a search finds, and no more of it. */
export const countDocument = graphql(`
  query SearchCount($search: IntermediarySearchInput!) {
    searchIntermediaries(search: $search) {
      __typename
      ... on IntermediarySearchResult {
        total
      }
    }
  }
`)
