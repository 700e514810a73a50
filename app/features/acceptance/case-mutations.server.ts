import { graphql } from '#app/graphql.ts'
import { Problem } from './documents.server.ts'

export const OpenCaseDocument = graphql(
  `
    mutation OpenCase($input: OpenCaseInput!) {
      result: openCase(input: $input) {
        ...AcceptanceProblem
        ... on OpenCasePayload {
          case {
            number
          }
        }
      }
    }
  `,
  [Problem],
)
export const RecordMaterialsDocument = graphql(
  `
    mutation RecordMaterials($input: RecordMaterialsInput!) {
      result: recordMaterials(input: $input) {
        ...AcceptanceProblem
      }
    }
  `,
  [Problem],
)
export const AcceptCaseDocument = graphql(
  `
    mutation AcceptCase($input: AcceptCaseInput!) {
      result: acceptCase(input: $input) {
        ...AcceptanceProblem
      }
    }
  `,
  [Problem],
)
export const CloseCaseDocument = graphql(
  `
    mutation CloseCase($input: CloseCaseInput!) {
      result: closeCase(input: $input) {
        ...AcceptanceProblem
      }
    }
  `,
  [Problem],
)
