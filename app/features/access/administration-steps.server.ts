import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

const Given = graphql(`
  fragment Given on AccountChanged {
    account {
      userId
      name
      email
    }
    oneTimePassword
  }
`)

export const CreateBodyDocument = graphql(
  `
    mutation CreatePublicBody($input: CreatePublicBodyInput!) {
      result: createPublicBody(input: $input) {
        ...Problem
        ... on CreatePublicBodyPayload {
          changed {
            organisation {
              organisationId
            }
          }
        }
      }
    }
  `,
  [Problem],
)

export const UpdateBodyDocument = graphql(
  `
    mutation UpdatePublicBody($input: UpdatePublicBodyInput!) {
      result: updatePublicBody(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const InviteDocument = graphql(
  `
    mutation InviteMember($input: InviteMemberInput!) {
      result: inviteMember(input: $input) {
        ...Problem
        ... on InviteMemberPayload {
          changed {
            ...Given
          }
        }
      }
    }
  `,
  [Problem, Given],
)

export const IssuePasswordDocument = graphql(
  `
    mutation IssueOneTimePassword($input: IssueOneTimePasswordInput!) {
      result: issueOneTimePassword(input: $input) {
        ...Problem
        ... on IssueOneTimePasswordPayload {
          changed {
            ...Given
          }
        }
      }
    }
  `,
  [Problem, Given],
)

export const DisableDocument = graphql(
  `
    mutation DisableAccount($input: DisableAccountInput!) {
      result: disableAccount(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const EnableDocument = graphql(
  `
    mutation EnableAccount($input: EnableAccountInput!) {
      result: enableAccount(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const EndSessionsDocument = graphql(
  `
    mutation EndSessions($input: EndSessionsInput!) {
      result: endSessions(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ResetFactorDocument = graphql(
  `
    mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
      result: resetSecondFactor(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const GrantDocument = graphql(
  `
    mutation GrantMembership($input: GrantMembershipInput!) {
      result: grantMembership(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const ChangeRolesDocument = graphql(
  `
    mutation ChangeRoles($input: ChangeRolesInput!) {
      result: changeRoles(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

export const RevokeDocument = graphql(
  `
    mutation RevokeMembership($input: RevokeMembershipInput!) {
      result: revokeMembership(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
