import { PageFacts, Problem } from '#app/fragments.server.ts'
import type { ResultOf } from '#app/graphql.ts'
import { graphql } from '#app/graphql.ts'

const ChangeRowFields = graphql(`
  fragment ChangeRow on CatalogueChange {
    number
    kind
    route
    state
    itemCode
    applyingAgencyName
    createdAt
    content {
      nameZh
      nameEn
    }
  }
`)
export type ChangeRow = ResultOf<typeof ChangeRowFields>

export const ChangesDocument = graphql(
  `
    query CatalogueChanges($filter: CatalogueChangeFilter, $first: Int, $after: String, $last: Int, $before: String) {
      catalogueChanges(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges {
          node {
            ...ChangeRow
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [ChangeRowFields, PageFacts],
)

/** The whole text of an entry, as forms fill it in. */
export const EntryText = graphql(`
  fragment EntryText on ItemContent {
    nameZh
    nameEn
    approvalItemZh
    approvalItemEn
    approvingAgencyZh
    legalBasis
    isLegalBasisVerified
    basisNote
    qualificationZh
    isQualificationRequired
    feeBasis
    feeNote
    deliverableZh
    selfPreparation
    status
    cancelledBy
    source
    evidence
    isZoneAreaAssessed
    backgroundFields
    timeLimitWorkingDays
    feeUnit
    referenceSize
    feeCeiling
  }
`)
export type EntryContent = ResultOf<typeof EntryText>

export const ChangeDocument = graphql(
  `
    query CatalogueChange($number: String!) {
      clock {
        now
      }
      catalogueChange(number: $number) {
        ...ChangeRow
        version
        reasons
        legalBasis
        cancellingDocument
        baseVersion
        effectiveOn
        editionNumber
        ruleSetVersion
        officeName
        impact
        content {
          ...EntryText
        }
        differences {
          field
          before
          after
        }
        steps {
          key
          kind
          onDay
          recordedAt
          actorName
          organisationName
          opinion
          documentNo
          attachment {
            key
            fileName
            sizeBytes
          }
        }
        nextSteps {
          step
          by
          isDocumentRequired
          obstacle
          basis
        }
      }
    }
  `,
  [ChangeRowFields, EntryText],
)
export type ChangeData = NonNullable<ResultOf<typeof ChangeDocument>['catalogueChange']>

export const AttachmentDocument = graphql(`
  query ChangeAttachment($key: ID!) {
    changeAttachment(key: $key) {
      fileName
      mediaType
      content
    }
  }
`)

export const TakeStepDocument = graphql(
  `
    mutation TakeCatalogueStep($input: TakeCatalogueStepInput!) {
      result: takeCatalogueStep(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const WithdrawDocument = graphql(
  `
    mutation WithdrawChange($input: WithdrawChangeInput!) {
      result: withdrawChange(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ApplyDocument = graphql(
  `
    mutation ApplyForChange($input: ApplyForChangeInput!) {
      result: applyForChange(input: $input) {
        ...Problem
        ... on ApplyForChangePayload {
          taken {
            change {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)

export const ResubmitDocument = graphql(
  `
    mutation ResubmitChange($input: ResubmitChangeInput!) {
      result: resubmitChange(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

/** The newest version of an entry, which a proposal is written against. */
export const NewestVersionDocument = graphql(
  `
    query NewestVersion($code: String!) {
      clock {
        now
      }
      serviceItemVersions(code: $code) {
        version
        effectiveOn
        content {
          ...EntryText
        }
      }
    }
  `,
  [EntryText],
)
