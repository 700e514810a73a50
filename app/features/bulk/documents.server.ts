import { PageFacts, Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

export const ImportRunsDocument = graphql(
  `
    query ImportRuns($first: Int, $after: String, $last: Int, $before: String) {
      importRuns(first: $first, after: $after, last: $last, before: $before) {
        pageInfo {
          ...PageFacts
        }
        edges {
          node {
            number
            kind
            state
            fileName
            rowsTotal
            faultCount
            createdAt
          }
        }
      }
    }
  `,
  [PageFacts],
)

export const ImportRunDocument = graphql(`
  query ImportRun($number: String!) {
    importRun(number: $number) {
      number
      kind
      state
      fileName
      sizeBytes
      sha256
      options
      rowsTotal
      rowsDone
      summary
      faultCount
      faults
      createdAt
      createdBy
      appliedAt
      version
    }
  }
`)

export const UploadImportDocument = graphql(
  `
    mutation UploadImport($input: UploadImportInput!) {
      result: uploadImport(input: $input) {
        __typename
        ...Problem
        ... on UploadImportPayload {
          taken {
            run {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)

export const ApplyImportDocument = graphql(
  `
    mutation ApplyImport($input: ApplyImportInput!) {
      result: applyImport(input: $input) {
        __typename
        ...Problem
        ... on ApplyImportPayload {
          taken {
            run {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)

export const AbandonImportDocument = graphql(
  `
    mutation AbandonImport($input: AbandonImportInput!) {
      result: abandonImport(input: $input) {
        __typename
        ...Problem
        ... on AbandonImportPayload {
          taken {
            run {
              number
            }
          }
        }
      }
    }
  `,
  [Problem],
)

export const RegisterExportDocument = graphql(`
  query RegisterExport($kind: RegisterKind!, $after: String, $language: SheetLanguage!) {
    registerExport(kind: $kind, after: $after, language: $language) {
      columns
      rows
      next
    }
  }
`)
