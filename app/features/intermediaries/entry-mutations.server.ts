import { graphql } from '#app/graphql.ts'
import { EntryProblem } from './entry-documents.server.ts'

export const OpenAccountDocument = graphql(
  `
    mutation OpenAccount($input: OpenAccountInput!) {
      result: openAccount(input: $input) {
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)

export const StartEntryDocument = graphql(
  `
    mutation StartEntry($input: StartEntryInput!) {
      result: startEntry(input: $input) {
        __typename
        ... on StartEntryPayload {
          number
        }
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)

export const SaveEntryDocument = graphql(
  `
    mutation SaveEntryDraft($input: SaveEntryDraftInput!) {
      result: saveEntryDraft(input: $input) {
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)

export const SubmitEntryDocument = graphql(
  `
    mutation SubmitEntry($input: SubmitEntryInput!) {
      result: submitEntry(input: $input) {
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)

export const WithdrawEntryDocument = graphql(
  `
    mutation WithdrawEntry($input: WithdrawEntryInput!) {
      result: withdrawEntry(input: $input) {
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)

export const CheckEntryDocument = graphql(
  `
    mutation CheckEntry($input: CheckEntryInput!) {
      result: checkEntry(input: $input) {
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)

export const AnswerObjectionDocument = graphql(
  `
    mutation DecideEntryObjection($input: DecideEntryObjectionInput!) {
      result: decideEntryObjection(input: $input) {
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)

export const ObjectToEntryDocument = graphql(
  `
    mutation ObjectToEntry($input: ObjectToEntryInput!) {
      result: objectToEntry(input: $input) {
        __typename
        ... on ObjectToEntryPayload {
          receiptNumber
        }
        ...EntryRefusal
      }
    }
  `,
  [EntryProblem],
)
