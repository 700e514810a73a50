import { PageFacts, Problem } from '#app/fragments.server.ts'
import type { ResultOf } from '#app/graphql.ts'
import { graphql } from '#app/graphql.ts'

const AlertRowFields = graphql(`
  fragment AlertRow on Alert {
    number
    kind
    level
    state
    organisationName
    subjectName
    raisedAt
    serviceItem {
      code
      nameZh
      nameEn
    }
  }
`)
export type AlertRow = ResultOf<typeof AlertRowFields>

export const AlertsDocument = graphql(
  `
    query Alerts($filter: AlertFilter, $first: Int, $after: String, $last: Int, $before: String) {
      openAlertLoad {
        kind
        level
        count
      }
      alerts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges {
          node {
            ...AlertRow
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [AlertRowFields, PageFacts],
)

export const AlertDocument = graphql(
  `
    query Alert($number: String!) {
      alert(number: $number) {
        ...AlertRow
        facts
        basis
        basisZh
        basisEn
        evidence
        handledAt
        handledBy
        handlingNote
      }
    }
  `,
  [AlertRowFields],
)
export type AlertData = NonNullable<ResultOf<typeof AlertDocument>['alert']>

export const HandleAlertDocument = graphql(
  `
    mutation HandleAlert($input: HandleAlertInput!) {
      result: handleAlert(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DemandsDocument = graphql(
  `
    query DemandReports($first: Int, $after: String, $last: Int, $before: String) {
      demandReports(first: $first, after: $after, last: $last, before: $before) {
        edges {
          node {
            number
            demanded
            demandedOn
            agencyName
            serviceItem {
              code
              nameZh
              nameEn
            }
            outcome {
              status
              handlingNote
            }
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [PageFacts],
)
export type DemandRow = ResultOf<typeof DemandsDocument>['demandReports']['edges'][number]['node']

export const DemandFormDocument = graphql(`
  query DemandForm {
    clock {
      now
    }
    reportableAgencies {
      key
      nameZh
      nameEn
    }
    approvalItems {
      code
      nameZh
      nameEn
    }
    serviceItems {
      code
      nameZh
      nameEn
      status
    }
  }
`)
export type DemandFormData = ResultOf<typeof DemandFormDocument>

export const ReportDemandDocument = graphql(
  `
    mutation ReportDemand($input: ReportDemandInput!) {
      result: reportDemand(input: $input) {
        ...Problem
        ... on ReportDemandPayload {
          report {
            number
          }
        }
      }
    }
  `,
  [Problem],
)
