import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const ListEntriesDocument = graphql(
  `
    query ListEntries($filter: ListEntryFilter!, $first: Int, $after: String, $last: Int, $before: String) {
      listEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            list
            mark
            severity
            reasons
            decidedOn
            untilOn
            party {
              kind
              name
              uscc
              code
            }
            violation {
              nameZh
              nameEn
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)

/** What the filters offer. */
export const ListFiltersDocument = graphql(`
  query ListFilters {
    divisions {
      code
      nameZh
      nameEn
    }
    serviceItems(status: RETAINED) {
      code
      nameZh
      nameEn
    }
  }
`)

export const ListEntryDocument = graphql(`
  query ListEntry($number: String!) {
    listEntry(number: $number) {
      number
      isOwn
      fieldsUnderObjection
      repairCommitment
      list
      mark
      severity
      reasons
      basis
      decisionNumber
      decidedOn
      fromOn
      untilOn
      earliestRepairOn
      endedOn
      delistingNumber
      ruleSetVersion
      division {
        nameZh
        nameEn
      }
      party {
        kind
        name
        uscc
        code
        isFictitious
      }
      violation {
        code
        nameZh
        nameEn
      }
      course {
        kind
        on
        isAhead
      }
      effects {
        bars
        instrument
        clause
        textZh
        textEn
        evidence
      }
      benefits {
        benefit
        instrument
        clause
        textZh
        textEn
        evidence
      }
    }
    endedEntry(number: $number) {
      number
      list
      mark
      endedOn
      delistingNumber
    }
  }
`)
export type ListEntryData = NonNullable<ResultOf<typeof ListEntryDocument>['listEntry']>
export type EndedEntryData = NonNullable<ResultOf<typeof ListEntryDocument>['endedEntry']>

export const FeedDocument = graphql(`
  query ListFeed($list: ListKind) {
    listEntries(filter: { list: $list }, first: 50) {
      edges {
        node {
          number
          list
          mark
          reasons
          basis
          decidedOn
          fromOn
          untilOn
          course {
            on
            isAhead
          }
          party {
            name
            code
          }
          effects {
            bars
          }
        }
      }
    }
    endedEntries(list: $list) {
      number
      list
      mark
      endedOn
    }
  }
`)
export type FeedData = ResultOf<typeof FeedDocument>
