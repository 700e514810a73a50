import { PageFacts, Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const PoolsDocument = graphql(
  `
    query PreselectionPools($filter: PreselectionPoolFilter, $first: Int, $after: String, $last: Int, $before: String) {
      preselectionPools(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            titleZh
            titleEn
            item {
              code
              nameZh
              nameEn
            }
            divisionNameZh
            divisionNameEn
            validUntilOn
            state
            memberCount
            ownMembership {
              isIn
              leftAt
            }
          }
        }
      }
    }
  `,
  [PageFacts],
)
export type PoolRow = ResultOf<typeof PoolsDocument>['preselectionPools']['edges'][number]['node']

const MemberFacts = graphql(`
  fragment PreselectionMemberFacts on PreselectionMember {
    uscc
    name
    grade
    joinedAt
    joining
    joiningReasons
    leftAt
    leaving
    leavingReasons
    isIn
    obstacle
  }
`)

export const PoolDocument = graphql(
  `
    query PreselectionPool($number: String!) {
      preselectionPool(number: $number) {
        number
        version
        titleZh
        titleEn
        item {
          code
          nameZh
          nameEn
        }
        divisionNameZh
        divisionNameEn
        keeperName
        conditions
        openedAt
        validUntilOn
        closedAt
        closeReasons
        state
        memberCount
        isKept
        members {
          ...PreselectionMemberFacts
        }
        ownMembership {
          ...PreselectionMemberFacts
        }
        ownObstacle
      }
    }
  `,
  [MemberFacts],
)
export type PoolData = NonNullable<ResultOf<typeof PoolDocument>['preselectionPool']>
export type MemberData = PoolData['members'][number]

export const PoolChoicesDocument = graphql(`
  query PreselectionChoices {
    serviceItems {
      code
      nameZh
      nameEn
      status
    }
    divisions {
      code
      nameZh
      nameEn
    }
    clock {
      now
    }
  }
`)

export const OpenPoolDocument = graphql(
  `
    mutation OpenPreselectionPool($input: OpenPreselectionPoolInput!) {
      result: openPreselectionPool(input: $input) {
        __typename
        ...Problem
        ... on OpenPreselectionPoolPayload {
          taken {
            pool {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export const JoinPoolDocument = graphql(
  `
    mutation JoinPreselectionPool($input: JoinPreselectionPoolInput!) {
      result: joinPreselectionPool(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const LeavePoolDocument = graphql(
  `
    mutation LeavePreselectionPool($input: LeavePreselectionPoolInput!) {
      result: leavePreselectionPool(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const AdmitDocument = graphql(
  `
    mutation AdmitToPreselectionPool($input: AdmitToPreselectionPoolInput!) {
      result: admitToPreselectionPool(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const RemoveDocument = graphql(
  `
    mutation RemoveFromPreselectionPool($input: RemoveFromPreselectionPoolInput!) {
      result: removeFromPreselectionPool(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ClosePoolDocument = graphql(
  `
    mutation ClosePreselectionPool($input: ClosePreselectionPoolInput!) {
      result: closePreselectionPool(input: $input) {
        __typename
        ...Problem
      }
    }
  `,
  [Problem],
)
