import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'
import { RemedyRow } from './documents.server.ts'

/** A party's own page: what it can do, until when or from when, and what it has asked for. */
export const MyRemediesDocument = graphql(
  `
    query MyRemedies {
      ownRecords {
        target
        targetId
        title
      }
      appealableDecisions {
        caseNumber
        decisionNumber
        decidedAt
        appealDueOn
        isListed
        obstacle
        facts
      }
      repairableEntries {
        entryKey
        entry {
          number
          list
          mark
          untilOn
        }
        earliestOn
        freeOn
        obstacle
        facts
      }
      appeals(first: 50) {
        edges {
          node {
            ...RemedyRow
            appealState: state
          }
        }
      }
      creditRepairs(first: 50) {
        edges {
          node {
            ...RemedyRow
            repairState: state
          }
        }
      }
      dataObjections(first: 50) {
        edges {
          node {
            ...RemedyRow
            dataObjectionState: state
          }
        }
      }
    }
  `,
  [RemedyRow],
)
export type MyRemedies = ResultOf<typeof MyRemediesDocument>

export const AppealableDecisionDocument = graphql(`
  query AppealableDecision($caseNumber: String!) {
    appealableDecisions(caseNumber: $caseNumber) {
      caseNumber
      decisionNumber
      appealDueOn
      obstacle
      facts
    }
  }
`)

export const RepairableEntryDocument = graphql(`
  query RepairableEntry($entryNumber: String!) {
    repairableEntries(entryNumber: $entryNumber) {
      entry {
        number
        list
        decidedOn
        untilOn
      }
      conditions {
        condition
        state
        fromOn
      }
      earliestOn
      freeOn
      obstacle
      facts
    }
  }
`)
export type RepairableEntryData = ResultOf<typeof RepairableEntryDocument>['repairableEntries'][number]

export const ContestableRecordDocument = graphql(`
  query ContestableRecord($target: DataTarget!, $targetId: String!) {
    contestableRecord(target: $target, targetId: $targetId) {
      target
      targetId
      title
      fields {
        name
        value
        otherRemedy
      }
    }
  }
`)
export type ContestableRecordData = NonNullable<ResultOf<typeof ContestableRecordDocument>['contestableRecord']>
