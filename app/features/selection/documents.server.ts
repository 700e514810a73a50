import type { Criterion } from '#domain/selection/criteria.ts'
import type { DrawMethod } from '#domain/selection/draw-method.ts'
import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import type { FrozenPool } from '#domain/selection/pool.ts'
import type { BidderOutcome } from '#domain/selection/ranking.ts'
import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const SelectionRowFields = graphql(`
  fragment SelectionRow on Selection {
    number
    mode
    state
    projectName
    fundSource
    ownerName
    signUpCount
    announcedAt
    signUpClosesAt
    serviceItem {
      code
      nameZh
      nameEn
      feeUnit
    }
    division {
      code
      nameZh
      nameEn
    }
  }
`)
export type SelectionRow = ResultOf<typeof SelectionRowFields>

export const SelectionsDocument = graphql(
  `
    query Selections($filter: SelectionFilter, $first: Int, $after: String, $last: Int, $before: String) {
      serviceItems {
        code
        nameZh
        nameEn
      }
      divisions {
        code
        nameZh
        nameEn
      }
      selections(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges {
          node {
            ...SelectionRow
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [SelectionRowFields, PageFacts],
)

const SelectionFields = graphql(
  `
    fragment SelectionFields on Selection {
      ...SelectionRow
      version
      round
      previousNumber
      nextNumber
      requirements
      size
      ceilingFen
      maxWorkingDays
      criteria
      minimumPool
      ruleSetVersion
      supervisorName
      preselectionPool {
        number
        titleZh
        titleEn
      }
      signUpOpensAt
      opensAt
      pool
      poolHash
      result
      winner {
        name
        uscc
      }
      publicityUntilOn
      publicityPausedAt
      awardedAt
      contractDueOn
      failure
      cancelReasons
      engagementNumber
      draw {
        state
        method
        secretHash
        rung
        drawnAt
        failure
        awaited {
          kind
          opensAt
          deadlineAt
        }
      }
      awaiting {
        what
        until
        lowSignUps
      }
      scores {
        signUpKey
        criterion
        points
        reasons
      }
      isOwn
      isSupervised
      mayReAnnounce
      mayChooseDirectly
      clarifications {
        key
        question
        askedAt
        answer
        answeredAt
        isOwn
      }
      objections {
        number
        state
        filedAt
        answerDueOn
        reasons
        consequence
        isOwn
        grounds
        objectorName
      }
      events {
        key
        kind
        at
        isPublic
      }
      signUps {
        key
        name
        state
        place
        exclusionCode
        outcome
        plan
      }
    }
  `,
  [SelectionRowFields],
)

export const SelectionDocument = graphql(
  `
    query Selection($number: String!) {
      clock {
        now
      }
      sealing(selectionNumber: $number) {
        state
        supervisorName
        releaseDueAt
        openedAt
        transcript
      }
      selection(number: $number) {
        ...SelectionFields
      }
    }
  `,
  [SelectionFields],
)

type Answer = ResultOf<typeof SelectionDocument>
type Sealing = NonNullable<Answer['sealing']>
type Draw = NonNullable<NonNullable<Answer['selection']>['draw']>

/** A selection with its stored parts in the shapes that the domain wrote them in. */
export type SelectionData = Omit<NonNullable<Answer['selection']>, 'criteria' | 'pool' | 'result' | 'signUps' | 'draw'> & {
  readonly criteria: readonly Criterion[]
  readonly pool: FrozenPool | null
  readonly result: SelectionResult | null
  readonly signUps: readonly (Omit<NonNullable<Answer['selection']>['signUps'][number], 'outcome'> & {
    readonly outcome: BidderOutcome | null
  })[]
  readonly draw: (Omit<Draw, 'method'> & { readonly method: DrawMethod }) | null
  readonly sealing: (Omit<Sealing, 'transcript'> & { readonly transcript: OpeningTranscript | null }) | null
}

/** JSON of the API is what the domain wrote: the API never changes it. */
export const shapedSelection = ({ selection, sealing }: Answer): SelectionData | null =>
  selection && ({ ...selection, sealing } as unknown as SelectionData)

/** What an institution brings to a sign-up, and its own part in a selection. */
export const BidderDocument = graphql(`
  query BidderInSelection($number: String!) {
    ownEntry {
      intermediary {
        name
        practitioners {
          key
          name
          title
        }
      }
    }
    selection(number: $number) {
      ownObstacle
      ownSignUp {
        key
        state
        signedUpAt
        outcome
        exclusion
        contributionHash
      }
    }
  }
`)
