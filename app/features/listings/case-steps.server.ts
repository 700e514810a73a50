import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'
import { hearingStepSchemas, takeHearingStep } from './hearing-steps.server.ts'
import { procedureStepSchemas, takeProcedureStep } from './procedure-steps.server.ts'

const StartDocument = graphql(
  `
    mutation StartInvestigation($input: StartInvestigationInput!) {
      result: startInvestigation(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const NoticeDocument = graphql(
  `
    mutation ServeAdvanceNotice($input: ServeAdvanceNoticeInput!) {
      result: serveAdvanceNotice(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const CloseDocument = graphql(
  `
    mutation CloseWithoutFinding($input: CloseWithoutFindingInput!) {
      result: closeWithoutFinding(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const DefenceDocument = graphql(
  `
    mutation FileDefence($input: FileDefenceInput!) {
      result: fileDefence(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const SuspendDocument = graphql(
  `
    mutation OrderSuspension($input: OrderSuspensionInput!) {
      result: orderSuspension(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const LiftDocument = graphql(
  `
    mutation LiftSuspension($input: LiftSuspensionInput!) {
      result: liftSuspension(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
const DecideDocument = graphql(
  `
    mutation DecideViolation($input: DecideViolationInput!) {
      result: decideViolation(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)

const version = z.coerce.number().int()
const text = z.string().trim().max(8000)
const schema = z.discriminatedUnion('intent', [
  ...procedureStepSchemas,
  ...hearingStepSchemas,
  z.object({ intent: z.literal('START_INVESTIGATION'), version }),
  z.object({
    intent: z.literal('SERVE_NOTICE'),
    version,
    facts: text,
    basis: text,
    intendedMeasure: text,
    rightToDefend: text,
    investigationNote: text.optional(),
  }),
  z.object({ intent: z.literal('CLOSE_WITHOUT_FINDING'), version, reasons: text }),
  z.object({ intent: z.literal('FILE_DEFENCE'), version, statement: text }),
  z.object({ intent: z.literal('WAIVE_DEFENCE'), version, statement: text }),
  z.object({ intent: z.literal('ORDER_SUSPENSION'), version, untilOn: z.string(), basis: text, reasons: text }),
  z.object({ intent: z.literal('LIFT_SUSPENSION'), version, reasons: text }),
  z.object({
    intent: z.literal('DECIDE'),
    version,
    outcome: z.enum(['LISTED', 'FOUND_NOT_LISTED', 'NOT_FOUND']),
    publicUntilOn: z.string().optional(),
    publicationReason: text.optional(),
    basis: text,
    reasons: text,
  }),
])
type Step = z.output<typeof schema>
type Result = object | UserError

/** The action of every page that shows a case: takes the step whose button was pressed, and shows the case again. */
export async function takeCaseStep(args: ActionFunctionArgs, number: string, backTo: string) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const result = await run(args, number, form.clientMutationId, form.value)
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'listings'))
  return redirect(backTo)
}

async function run(args: ActionFunctionArgs, number: string, clientMutationId: string, step: Step): Promise<Result> {
  const named = { clientMutationId, number }
  switch (step.intent) {
    case 'ADD_RECORD':
    case 'ADD_EVIDENCE':
    case 'EXTEND_INVESTIGATION':
    case 'JOIN_PARTY':
    case 'RECORD_SERVICE':
      return takeProcedureStep(args, named, step)
    case 'REQUEST_HEARING':
    case 'SCHEDULE_HEARING':
    case 'REFUSE_HEARING':
    case 'HOLD_HEARING':
    case 'WAIVE_HEARING':
      return takeHearingStep(args, named, step)
    case 'START_INVESTIGATION':
      return (await runOperation(args, StartDocument, { input: { ...named, version: step.version } })).result
    case 'SERVE_NOTICE':
      return (await runOperation(args, NoticeDocument, { input: { ...named, ...without(step) } })).result
    case 'CLOSE_WITHOUT_FINDING':
      return (await runOperation(args, CloseDocument, { input: { ...named, ...without(step) } })).result
    case 'FILE_DEFENCE':
    case 'WAIVE_DEFENCE':
      return (
        await runOperation(args, DefenceDocument, { input: { ...named, ...without(step), isWaiver: step.intent === 'WAIVE_DEFENCE' } })
      ).result
    case 'ORDER_SUSPENSION':
      return (await runOperation(args, SuspendDocument, { input: { ...named, ...without(step) } })).result
    case 'LIFT_SUSPENSION':
      return (await runOperation(args, LiftDocument, { input: { ...named, ...without(step) } })).result
    case 'DECIDE':
      return (await runOperation(args, DecideDocument, { input: { ...named, ...without(step) } })).result
  }
}

function without<T extends { readonly intent: string }>({ intent: _intent, ...fields }: T): Omit<T, 'intent'> {
  return fields
}
