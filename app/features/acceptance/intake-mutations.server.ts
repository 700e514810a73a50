import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

export const StartDraftDocument = graphql(
  `
    mutation StartDraft($input: StartDraftInput!) {
      result: startDraft(input: $input) {
        ...Problem
        ... on StartDraftPayload {
          taken {
            case {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export const SaveDraftDocument = graphql(
  `
    mutation SaveDraft($input: SaveDraftInput!) {
      result: saveDraft(input: $input) {
        ...Problem
        ... on SaveDraftPayload {
          taken {
            case {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)
export const FileDraftDocument = graphql(
  `
    mutation FileDraft($input: FileDraftInput!) {
      result: fileDraft(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const DiscardDraftDocument = graphql(
  `
    mutation DiscardDraft($input: DiscardDraftInput!) {
      result: discardDraft(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const HandInMaterialDocument = graphql(
  `
    mutation HandInMaterial($input: HandInMaterialInput!) {
      result: handInMaterial(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const RemoveMaterialFileDocument = graphql(
  `
    mutation RemoveMaterialFile($input: RemoveMaterialFileInput!) {
      result: removeMaterialFile(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const WithdrawCaseDocument = graphql(
  `
    mutation WithdrawCase($input: WithdrawCaseInput!) {
      result: withdrawCase(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const TakeUpCaseDocument = graphql(
  `
    mutation TakeUpCase($input: TakeUpCaseInput!) {
      result: takeUpCase(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const PauseCaseDocument = graphql(
  `
    mutation PauseCase($input: PauseCaseInput!) {
      result: pauseCase(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const ResumeCaseDocument = graphql(
  `
    mutation ResumeCase($input: ResumeCaseInput!) {
      result: resumeCase(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
export const AgenciesDocument = graphql(`
  query AgenciesToApplyTo {
    approvingAgencies {
      organisationId
      nameZh
      nameEn
    }
  }
`)
export const RecognisedDocument = graphql(`
  query RecognisedApplicant($code: String!) {
    recognisedApplicant(code: $code) {
      name
      caseCount
      projects {
        projectName
        projectCode
      }
    }
  }
`)
export type KnownApplicant = NonNullable<ResultOf<typeof RecognisedDocument>['recognisedApplicant']>
