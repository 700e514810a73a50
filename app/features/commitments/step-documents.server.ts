import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const ReceiveDocument = graphql(
  `
    mutation ReceiveSupplement($input: ReceiveSupplementInput!) {
      result: receiveSupplement(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const RejectDocument = graphql(
  `
    mutation RejectSupplement($input: RejectSupplementInput!) {
      result: rejectSupplement(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ConfirmDocument = graphql(
  `
    mutation ConfirmCommitment($input: ConfirmCommitmentInput!) {
      result: confirmCommitment(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ObjectDocument = graphql(
  `
    mutation ObjectToBreach($input: ObjectToBreachInput!) {
      result: objectToBreach(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const DecideObjectionDocument = graphql(
  `
    mutation DecideObjection($input: DecideBreachObjectionInput!) {
      result: decideBreachObjection(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ExtendDocument = graphql(
  `
    mutation ExtendCommitment($input: ExtendCommitmentInput!) {
      result: extendCommitment(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const WithdrawDocument = graphql(
  `
    mutation WithdrawCommitment($input: WithdrawCommitmentInput!) {
      result: withdrawCommitment(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const UploadDocument = graphql(
  `
    mutation UploadSupplement($input: UploadSupplementInput!) {
      result: uploadSupplement(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ConfirmSignatureDocument = graphql(
  `
    mutation ConfirmSignature($input: ConfirmSignatureInput!) {
      result: confirmSignature(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
