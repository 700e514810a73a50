import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

const Progress = graphql(`
  fragment UploadFacts on Upload {
    key
    receivedBytes
    sizeBytes
    sha256
  }
`)
export type UploadData = ResultOf<typeof Progress>

export const StartUploadDocument = graphql(
  `
    mutation StartUpload($input: StartUploadInput!) {
      result: startUpload(input: $input) {
        __typename
        ... on StartUploadPayload {
          upload {
            ...UploadFacts
          }
        }
        ...Problem
      }
    }
  `,
  [Progress, Problem],
)

export const AppendUploadDocument = graphql(
  `
    mutation AppendUpload($input: AppendUploadInput!) {
      result: appendUpload(input: $input) {
        __typename
        ... on AppendUploadPayload {
          upload {
            ...UploadFacts
          }
        }
        ...Problem
      }
    }
  `,
  [Progress, Problem],
)

export const UploadDocument = graphql(
  `
    query Upload($key: String!) {
      upload(key: $key) {
        ...UploadFacts
      }
    }
  `,
  [Progress],
)
