import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { FindingDocument } from './documents.server.ts'
import { DecideUntrueDocument, DefendDocument } from './mutations.server.ts'

/** A finding for its page. @throws Response 404 */
export async function loadFinding({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const { untrueFinding } = await runOperation({ request, context }, FindingDocument, { number: params['number'] ?? '' })
  if (!untrueFinding) throw new Response(null, { status: 404 })
  return { title: t('finding.title', { number: untrueFinding.number }), finding: untrueFinding, mutationId: newMutationId() }
}

const version = z.coerce.number().int()
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('DEFEND'), version, statement: z.string().max(8000), files: formFiles }),
  z.object({
    intent: z.literal('DECIDE'),
    version,
    outcome: z.enum(['FOUND', 'NOT_FOUND']),
    reasons: z.string().max(4000),
    serviceMethod: z.enum(serviceMethods).default('PLATFORM'),
    servedOn: z.string().max(20).optional(),
  }),
])

/** The action of a finding's page: takes the step whose button was pressed, and shows it again. */
export async function takeFindingStep(args: ActionFunctionArgs, base: '/agency' | '/owner') {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const named = { number, clientMutationId: form.clientMutationId }
  const { value } = form
  const result =
    value.intent === 'DEFEND'
      ? await defend(args, { ...named, version: value.version, statement: value.statement }, value.files)
      : await decide(args, named, value)
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'verification'))
  return redirect(`${base}/findings/${number}`)
}

interface Named {
  readonly number: string
  readonly clientMutationId: string
}

async function defend(
  args: ActionFunctionArgs,
  input: Named & { readonly version: number; readonly statement: string },
  files: readonly File[],
) {
  return (await runOperation(args, DefendDocument, { input: { ...input, files: await readFormFiles(files) } })).result
}

async function decide(
  args: ActionFunctionArgs,
  named: Named,
  { intent: _intent, ...step }: Extract<z.output<typeof schema>, { intent: 'DECIDE' }>,
) {
  return (await runOperation(args, DecideUntrueDocument, { input: { ...named, ...step } })).result
}
