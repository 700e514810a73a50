import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'

const RecordDocument = graphql(
  `
    mutation AddInvestigationRecord($input: AddInvestigationRecordInput!) {
      result: addInvestigationRecord(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const EvidenceDocument = graphql(
  `
    mutation AddEvidence($input: AddEvidenceInput!) {
      result: addEvidence(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const ExtendDocument = graphql(
  `
    mutation ExtendInvestigation($input: ExtendInvestigationInput!) {
      result: extendInvestigation(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const JoinDocument = graphql(
  `
    mutation JoinParty($input: JoinPartyInput!) {
      result: joinParty(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const ServiceDocument = graphql(
  `
    mutation RecordService($input: RecordServiceInput!) {
      result: recordService(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

const version = z.coerce.number().int()
const text = z.string().trim().max(8000)
const line = z.string().trim().max(400)

/** Minutes as a `datetime-local` input gives them, on the clock of Beijing. */
export const beijingTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((local) => !Number.isNaN(Date.parse(`${local}:00+08:00`)))
  .transform((local) => new Date(`${local}:00+08:00`).toISOString())

/** The forms of investigation, joinder and service. */
export const procedureStepSchemas = [
  z.object({
    intent: z.literal('ADD_RECORD'),
    version,
    kind: z.enum(['INSPECTION', 'INTERVIEW', 'DOCUMENT_REQUEST']),
    takenAt: beijingTime,
    place: line,
    counterpart: line,
    secondOfficer: line,
    text,
  }),
  z.object({ intent: z.literal('ADD_EVIDENCE'), version, evidence: z.array(z.instanceof(File)).default([]) }),
  z.object({ intent: z.literal('EXTEND_INVESTIGATION'), version, reasons: text }),
  z.object({
    intent: z.literal('JOIN_PARTY'),
    version,
    /** `uscc` or `uscc/practitioner`; empty: the institution named below. */
    party: z.string().max(80).optional(),
    uscc: z.string().max(30).optional(),
    violationCode: z.string().max(20),
  }),
  z.object({
    intent: z.literal('RECORD_SERVICE'),
    version,
    method: z.enum(['IN_PERSON', 'POST', 'PUBLIC_NOTICE', 'PLATFORM']),
    servedOn: z.string(),
    note: text.optional(),
  }),
] as const
export type ProcedureStep = z.output<(typeof procedureStepSchemas)[number]>

interface Named {
  readonly clientMutationId: string
  readonly number: string
}

/** Takes one of these steps; answers with the API's result. */
export async function takeProcedureStep(args: ActionFunctionArgs, named: Named, step: ProcedureStep): Promise<object | UserError> {
  const { version } = step
  switch (step.intent) {
    case 'ADD_RECORD': {
      const { kind, takenAt, place, counterpart, secondOfficer } = step
      const input = { ...named, version, kind, takenAt, place, counterpart, secondOfficer, text: step.text }
      return (await runOperation(args, RecordDocument, { input })).result
    }
    case 'ADD_EVIDENCE':
      return (await runOperation(args, EvidenceDocument, { input: { ...named, version, evidence: await contentsOf(step.evidence) } }))
        .result
    case 'EXTEND_INVESTIGATION':
      return (await runOperation(args, ExtendDocument, { input: { ...named, version, reasons: step.reasons } })).result
    case 'JOIN_PARTY': {
      const [uscc = '', practitionerId = null] = step.party ? step.party.split('/') : [step.uscc]
      const input = { ...named, version, uscc, practitionerId, violationCode: step.violationCode }
      return (await runOperation(args, JoinDocument, { input })).result
    }
    case 'RECORD_SERVICE': {
      const { method, servedOn, note } = step
      return (await runOperation(args, ServiceDocument, { input: { ...named, version, method, servedOn, note } })).result
    }
  }
}

/** A form without files sends one of no name and no bytes. */
async function contentsOf(files: readonly File[]) {
  const sent = files.filter((file) => file.size > 0)
  return Promise.all(sent.map(async (file) => ({ fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) })))
}
