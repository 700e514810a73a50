import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'
import { beijingTime } from './procedure-steps.server.ts'

const RequestDocument = graphql(
  `
    mutation RequestHearing($input: RequestHearingInput!) {
      result: requestHearing(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const ScheduleDocument = graphql(
  `
    mutation ScheduleHearing($input: ScheduleHearingInput!) {
      result: scheduleHearing(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const RefuseDocument = graphql(
  `
    mutation RefuseHearing($input: RefuseHearingInput!) {
      result: refuseHearing(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const HoldDocument = graphql(
  `
    mutation HoldHearing($input: HoldHearingInput!) {
      result: holdHearing(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const WaiveDocument = graphql(
  `
    mutation WaiveHearing($input: WaiveHearingInput!) {
      result: waiveHearing(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

const version = z.coerce.number().int()
const text = z.string().trim().max(8000)

/** The forms of a hearing. */
export const hearingStepSchemas = [
  z.object({ intent: z.literal('REQUEST_HEARING'), version, reasons: text }),
  z.object({
    intent: z.literal('SCHEDULE_HEARING'),
    version,
    scheduledFor: beijingTime,
    place: z.string().trim().max(400),
    isPublic: z.enum(['YES', 'NO']),
  }),
  z.object({ intent: z.literal('REFUSE_HEARING'), version, reasons: text }),
  z.object({
    intent: z.literal('HOLD_HEARING'),
    version,
    attendees: z.string().trim().max(2000),
    record: z.string().trim().max(40_000),
  }),
  z.object({ intent: z.literal('WAIVE_HEARING'), version, statement: text }),
] as const
export type HearingStep = z.output<(typeof hearingStepSchemas)[number]>

interface Named {
  readonly clientMutationId: string
  readonly number: string
}

/** Takes a step of the hearing; answers with the API's result. */
export async function takeHearingStep(args: ActionFunctionArgs, named: Named, step: HearingStep): Promise<object | UserError> {
  const { version } = step
  switch (step.intent) {
    case 'REQUEST_HEARING':
      return (await runOperation(args, RequestDocument, { input: { ...named, version, reasons: step.reasons } })).result
    case 'SCHEDULE_HEARING': {
      const { scheduledFor, place } = step
      const input = { ...named, version, scheduledFor, place, isPublic: step.isPublic === 'YES' }
      return (await runOperation(args, ScheduleDocument, { input })).result
    }
    case 'REFUSE_HEARING':
      return (await runOperation(args, RefuseDocument, { input: { ...named, version, reasons: step.reasons } })).result
    case 'HOLD_HEARING': {
      const { attendees, record } = step
      return (await runOperation(args, HoldDocument, { input: { ...named, version, attendees, record } })).result
    }
    case 'WAIVE_HEARING':
      return (await runOperation(args, WaiveDocument, { input: { ...named, version, statement: step.statement } })).result
  }
}
