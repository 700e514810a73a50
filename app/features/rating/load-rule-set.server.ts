import type { LoaderFunctionArgs } from '@remix-run/node'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { newMutationId } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { RuleSetDocument, SimulationDocument } from './documents.server.ts'

/** One version as the viewer may see it. @throws Response 404 */
export async function loadRuleSet(args: LoaderFunctionArgs) {
  const { creditRuleSet } = await runOperation(args, RuleSetDocument, { version: args.params['version'] ?? '' })
  if (!creditRuleSet) throw new Response(null, { status: 404 })
  return creditRuleSet
}

/** The last simulation of a draft, with the page of moves the address asks for. */
export async function loadSimulation(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const grade = (name: string) => (/^[A-EN]$/.test(searchParams.get(name) ?? '') ? searchParams.get(name) : null)
  const page = Math.min(10_000, Math.max(1, Number.parseInt(searchParams.get('page') ?? '1', 10) || 1))
  const wanted = { gradeBefore: grade('before'), gradeAfter: grade('after'), page }
  const { creditRuleSet, clock } = await runOperation(args, SimulationDocument, { version: args.params['version'] ?? '', ...wanted })
  const tomorrow = addDays(shanghaiDayOf(new Date(clock.now)), 1)
  return { simulation: creditRuleSet?.simulation ?? null, wanted, tomorrow }
}

/** Ids for the forms of the page of one version. */
export const ruleSetMutationIds = () => ({
  EDIT: newMutationId(),
  SIMULATE: newMutationId(),
  PUBLISH: newMutationId(),
  DISCARD: newMutationId(),
})
