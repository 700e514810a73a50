import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const FileAppealDocument = graphql(
  `
    mutation FileAppeal($input: FileAppealInput!) {
      result: fileAppeal(input: $input) {
        ...Problem
        ... on FileAppealPayload {
          taken {
            appeal {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export const WithdrawAppealDocument = graphql(
  `
    mutation WithdrawAppeal($input: WithdrawAppealInput!) {
      result: withdrawAppeal(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const StartAppealReviewDocument = graphql(
  `
    mutation StartAppealReview($input: StartAppealReviewInput!) {
      result: startAppealReview(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const RefuseAppealAdmissionDocument = graphql(
  `
    mutation RefuseAppealAdmission($input: RefuseAppealAdmissionInput!) {
      result: refuseAppealAdmission(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const DecideAppealDocument = graphql(
  `
    mutation DecideAppeal($input: DecideAppealInput!) {
      result: decideAppeal(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ApplyForRepairDocument = graphql(
  `
    mutation ApplyForRepair($input: ApplyForRepairInput!) {
      result: applyForRepair(input: $input) {
        ...Problem
        ... on ApplyForRepairPayload {
          taken {
            repair {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export const WithdrawRepairDocument = graphql(
  `
    mutation WithdrawRepair($input: WithdrawRepairInput!) {
      result: withdrawRepair(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const DecideRepairDocument = graphql(
  `
    mutation DecideRepair($input: DecideRepairInput!) {
      result: decideRepair(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ObjectToDataDocument = graphql(
  `
    mutation ObjectToData($input: ObjectToDataInput!) {
      result: objectToData(input: $input) {
        ...Problem
        ... on ObjectToDataPayload {
          taken {
            objection {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export const AskDataSourceDocument = graphql(
  `
    mutation AskDataSource($input: AskDataSourceInput!) {
      result: askDataSource(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const DecideDataObjectionDocument = graphql(
  `
    mutation DecideDataObjection($input: DecideDataObjectionInput!) {
      result: decideDataObjection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
