import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const ProposeContractDocument = graphql(
  `
    mutation ProposeContract($input: ProposeContractInput!) {
      result: proposeContract(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AgreeContractDocument = graphql(
  `
    mutation AgreeContract($input: AgreeContractInput!) {
      result: agreeContract(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DeclineContractDocument = graphql(
  `
    mutation DeclineContract($input: DeclineContractInput!) {
      result: declineContract(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const PlanMilestoneDocument = graphql(
  `
    mutation PlanMilestone($input: PlanMilestoneInput!) {
      result: planMilestone(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ReportMilestoneDocument = graphql(
  `
    mutation ReportMilestone($input: ReportMilestoneInput!) {
      result: reportMilestone(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ConfirmMilestoneDocument = graphql(
  `
    mutation ConfirmMilestone($input: ConfirmMilestoneInput!) {
      result: confirmMilestone(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AnswerDeliverableDocument = graphql(
  `
    mutation AnswerDeliverable($input: AnswerDeliverableInput!) {
      result: answerDeliverable(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const TerminateEngagementDocument = graphql(
  `
    mutation TerminateEngagement($input: TerminateEngagementInput!) {
      result: terminateEngagement(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AnswerTerminationDocument = graphql(
  `
    mutation AnswerTermination($input: AnswerTerminationInput!) {
      result: answerTermination(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RaiseDisputeDocument = graphql(
  `
    mutation RaiseDispute($input: RaiseDisputeInput!) {
      result: raiseDispute(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const StateOnDisputeDocument = graphql(
  `
    mutation StateOnDispute($input: StateOnDisputeInput!) {
      result: stateOnDispute(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const EndDisputeDocument = graphql(
  `
    mutation EndDispute($input: EndDisputeInput!) {
      result: endDispute(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const AnswerDisputeDocument = graphql(
  `
    mutation AnswerDispute($input: AnswerDisputeInput!) {
      result: answerDispute(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const DeliverDocument = graphql(
  `
    mutation DeliverResult($input: DeliverResultInput!) {
      result: deliverResult(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
