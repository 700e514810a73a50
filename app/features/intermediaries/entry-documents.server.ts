import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const EntryProblem = graphql(`
  fragment EntryRefusal on UserError {
    __typename
    code
    facts
    ... on ValidationError {
      fields {
        path
        code
        facts
      }
    }
  }
`)

const Draft = graphql(`
  fragment EntryDraftParts on EntryDraft {
    identity {
      name
      uscc
      usccReason
      legalForm
      divisionCode
      address
      phone
      introduction
    }
    legalRepresentative {
      name
      identity {
        masked
        problem
      }
    }
    qualifications {
      name
      grade
      certificateNo
      issuer
      validFromOn
      validUntilOn
      serviceItemCodes
    }
    practitioners {
      key
      name
      title
      certificateNo
      identity {
        masked
        problem
      }
    }
    affiliations {
      isNoneDeclared
      ties {
        kind
        partyName
        partyUscc
        agencyId
        sharePercent
        fromOn
        note
      }
    }
    offerings {
      serviceItemCode
      divisionCodes
      fee {
        kind
        unit
        amount
        minimum
        maximum
        tiers {
          upTo
          rate
        }
      }
      feeNote
      promisedWorkingDays
    }
    commitments {
      accepted
      signerName
    }
  }
`)

/** One application with all that its own page, the office and the steps show. */
export const EntryDocument = graphql(
  `
    query EntryApplication($number: String!) {
      entryApplication(number: $number) {
        number
        version
        state
        name
        uscc
        isMine
        isEditable
        canCheck
        submittedAt
        checkDueOn
        checkReasons
        usccOverrideReason
        publicityFromOn
        publicityUntilOn
        draft {
          ...EntryDraftParts
        }
        reading {
          isComplete
          problems {
            step
            path
            code
            facts
          }
          findings {
            code
            level
            step
            facts
          }
        }
        objections {
          number
          text
          filedAt
          answerDueOn
          state
          decidedAt
          answer
          objectorName
          contact
        }
        trail {
          at
          action
          actorName
          facts
        }
      }
    }
  `,
  [Draft],
)

/** What the steps choose from. */
export const EntryChoicesDocument = graphql(`
  query EntryChoices {
    divisions {
      code
      nameZh
      nameEn
      parentCode
    }
    serviceItems(status: RETAINED) {
      code
      nameZh
      nameEn
      isQualificationRequired
      feeUnit
    }
    approvingAgencies {
      organisationId
      nameZh
      nameEn
    }
    clock {
      now
    }
  }
`)

export const MyEntriesDocument = graphql(`
  query MyEntries {
    myEntryApplications {
      number
      state
      name
      isEditable
      checkDueOn
      publicityFromOn
      publicityUntilOn
      updatedAt
    }
  }
`)

export const EntryQueueDocument = graphql(`
  query EntryQueue($states: [EntryState!], $first: Int, $last: Int, $after: String, $before: String) {
    entryApplications(states: $states, first: $first, last: $last, after: $after, before: $before) {
      totalCount
      edges {
        node {
          number
          name
          uscc
          state
          submittedAt
          checkDueOn
          publicityUntilOn
          objections {
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    clock {
      now
    }
  }
`)

export type EntryView = NonNullable<ResultOf<typeof EntryDocument>['entryApplication']>
export type EntryDraftView = NonNullable<EntryView['draft']>
