import type { ActionFunctionArgs } from '@remix-run/node'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'

const ReportDocument = graphql(`
  mutation ReportViolation($input: ReportViolationInput!) {
    reportViolation(input: $input) {
      __typename
      ... on ReportViolationPayload {
        taken {
          number
          case {
            number
          }
        }
      }
      ... on UserError {
        code
        facts
        ... on ValidationError {
          fields {
            path
            code
            facts
          }
        }
      }
    }
  }
`)

interface Report {
  readonly uscc: string
  /** INSTITUTION, or the key of a practitioner. */
  readonly about: string
  readonly violationCode: string
  readonly occurredOn: string
  readonly facts: string
  readonly evidence: readonly File[]
}

/** Sends a report with its files; `isVisible` says whether the reporter may look into the case. */
export async function sendReport(
  args: ActionFunctionArgs,
  clientMutationId: string,
  { about, evidence, ...report }: Report,
): Promise<UserError | { readonly number: string; readonly isVisible: boolean }> {
  const files = await Promise.all(
    // A form without files sends one of no name and no bytes.
    evidence
      .filter((file) => file.size > 0)
      .map(async (file) => ({ fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
  )
  const practitionerId = about === 'INSTITUTION' ? null : about
  const input = { ...report, practitionerId, evidence: files, clientMutationId }
  const { reportViolation } = await runOperation(args, ReportDocument, { input })
  if (reportViolation.__typename !== 'ReportViolationPayload') return withFileField(reportViolation)
  const { number, case: made } = reportViolation.taken
  return { number, isVisible: made !== null }
}

/** Problems of one file are told beside the field of all files; those of the practitioner beside the question whom it is about. */
function withFileField(error: UserError): UserError {
  const names = { evidence: 'evidence', practitionerId: 'about' } as const
  const fields = error.fields?.map((field) => {
    const name = (['evidence', 'practitionerId'] as const).find((one) => field.path.startsWith(one))
    return name ? { ...field, path: names[name] } : field
  })
  return { ...error, fields }
}
