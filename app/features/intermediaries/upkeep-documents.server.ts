import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

const RunningChange = graphql(`
  fragment RunningChange on RegisterChange {
    number
    kind
    state
    version
    submittedAt
    checkDueOn
    isOverdue
  }
`)

/** The institution's own entry, with what it has asked to have changed. */
export const OwnEntryDocument = graphql(
  `
    query OwnEntry {
      ownEntry {
        nameEn
        intermediary {
          uscc
          name
          status
          legalForm
          legalRepresentative
          address
          phone
          introduction
          division {
            code
            nameZh
            nameEn
          }
          qualifications {
            key
            name
            grade
            certificateNo
            issuer
            validFromOn
            validUntilOn
            serviceItemCodes
            status
          }
          practitioners {
            key
            name
            identityMasked
            title
            certificateNo
          }
          affiliations {
            key
            kind
            partyName
            partyUscc
            agencyName
            sharePercent
            fromOn
            untilOn
            isDeclared
            recordReasons
            recordEvidence
          }
          agencyTies {
            agencyName
            agencyKind
            through
          }
          offerings {
            serviceItem {
              code
            }
          }
        }
        running {
          ...RunningChange
        }
        exitHolds {
          because
          number
        }
      }
    }
  `,
  [RunningChange],
)
export type OwnEntry = NonNullable<ResultOf<typeof OwnEntryDocument>['ownEntry']>
export type OwnCertificate = OwnEntry['intermediary']['qualifications'][number]
export type RunningChangeData = OwnEntry['running'][number]

export const RegisterChangesDocument = graphql(
  `
    query RegisterChanges($filter: RegisterChangeFilter, $first: Int, $after: String, $last: Int, $before: String) {
      registerChanges(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            ...RunningChange
            isImmediate
            checkedAt
            intermediary {
              name
              uscc
            }
          }
        }
      }
    }
  `,
  [RunningChange, PageFacts],
)
export type ChangeRow = ResultOf<typeof RegisterChangesDocument>['registerChanges']['edges'][number]['node']

export const RegisterChangeDocument = graphql(
  `
    query RegisterChange($number: String!) {
      registerChange(number: $number) {
        ...RunningChange
        isImmediate
        reasons
        checkedAt
        checkReasons
        canDecide
        intermediary {
          name
          uscc
          status
        }
        lines {
          op
          title
          fields {
            field
            before
            after
          }
        }
        findings {
          code
          isBlocking
          facts
        }
      }
    }
  `,
  [RunningChange],
)
export type ChangeView = NonNullable<ResultOf<typeof RegisterChangeDocument>['registerChange']>

export const SharedPractitionersDocument = graphql(`
  query SharedPractitioners($page: Int!) {
    sharedPractitioners(page: $page, limit: 20) {
      total
      people {
        key
        name
        identityMasked
        institutions {
          uscc
          name
          title
        }
      }
    }
  }
`)
