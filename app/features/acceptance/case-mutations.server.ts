import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const OpenCaseDocument = graphql(
  `
    mutation OpenCase($input: OpenCaseInput!) {
      result: openCase(input: $input) {
        ...Problem
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
        ...Problem
      }
    }
  `,
  [Problem],
)
export const AcceptCaseDocument = graphql(
  `
    mutation AcceptCase($input: AcceptCaseInput!) {
      result: acceptCase(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const CloseCaseDocument = graphql(
  `
    mutation CloseCase($input: CloseCaseInput!) {
      result: closeCase(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AttachDeliverableDocument = graphql(
  `
    mutation AttachDeliverable($input: AttachDeliverableInput!) {
      result: attachDeliverable(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const OfferDeliverableDocument = graphql(
  `
    mutation OfferDeliverable($input: OfferDeliverableInput!) {
      result: offerDeliverable(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
