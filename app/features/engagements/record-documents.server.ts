import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const FileFields = graphql(`
  fragment FileFields on StoredFile {
    key
    fileName
    sizeBytes
    sha256
  }
`)

export const ContractFields = graphql(
  `
    fragment ContractFields on Contract {
      contractVersion
      state
      feeFen
      promisedWorkingDays
      deliverDueOn
      scope
      liability
      reasons
      file {
        ...FileFields
      }
      proposedBySide
      proposedAt
      answeredAt
      declineReasons
    }
  `,
  [FileFields],
)
export type ContractData = ResultOf<typeof ContractFields>

export const DeliverableFields = graphql(
  `
    fragment DeliverableFields on Deliverable {
      deliverableVersion
      state
      file {
        ...FileFields
      }
      note
      submittedAt
      lateWorkingDays
      answeredAt
      isAcceptedBySilence
      returnReasons
    }
  `,
  [FileFields],
)
export type DeliverableData = ResultOf<typeof DeliverableFields>

const DisputeFields = graphql(`
  fragment DisputeFields on EngagementDispute {
    number
    state
    raisedBySide
    raisedAt
    matter
    statement
    statedAt
    endedAt
    outcome
  }
`)
export type DisputeData = ResultOf<typeof DisputeFields>

/** Contract, milestones, results, end and disputes of an engagement, and what the viewer can do next. */
export const EngagementRecordDocument = graphql(
  `
    query EngagementRecord($number: String!) {
      engagement(number: $number) {
        number
        version
        state
        viewerRole
        feeFen
        promisedWorkingDays
        deliverDueOn
        chosenAt
        contracts {
          ...ContractFields
        }
        milestones {
          sequence
          title
          dueOn
          doneAt
          confirmedAt
        }
        deliverables {
          ...DeliverableFields
        }
        disputes {
          ...DisputeFields
        }
        terminatedAt
        terminationCause
        terminationReasons
        terminationBasis
        next {
          steps
          contractDueOn
          terminationProposedBy
          lateWorkingDays
          terminations {
            cause
            basis
            textZh
            textEn
            needsConsent
          }
        }
      }
    }
  `,
  [ContractFields, DeliverableFields, DisputeFields],
)
export type EngagementRecordData = NonNullable<ResultOf<typeof EngagementRecordDocument>['engagement']>
export type OpenStep = EngagementRecordData['next']['steps'][number]
