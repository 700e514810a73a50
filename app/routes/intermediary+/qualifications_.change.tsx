import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { stepForms } from '#app/features/intermediaries/entry-fields.tsx'
import { loadEntryWithChoices } from '#app/features/intermediaries/load-own-entry.server.ts'
import type { OwnCertificate } from '#app/features/intermediaries/upkeep-documents.server.ts'
import { UpkeepFrame } from '#app/features/intermediaries/upkeep-frame.tsx'
import { RequestQualificationDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

const ops = ['ADD', 'RENEW', 'CHANGE', 'REMOVE'] as const

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  const { searchParams } = new URL(args.request.url)
  const op = ops.find((one) => one === searchParams.get('op')) ?? 'ADD'
  const own = await loadEntryWithChoices(args)
  const held = own.entry.intermediary.qualifications.find(({ key }) => key === searchParams.get('of')) ?? null
  if (op !== 'ADD' && !held) throw new Response(null, { status: 404 })
  return { title: t(`qualifications.title.${op}`), op, held: op === 'ADD' ? null : held, ...own }
}

const certificate = z.object({
  name: z.string().max(200),
  grade: z.string().max(50).optional(),
  certificateNo: z.string().max(100),
  issuer: z.string().max(200),
  validFromOn: z.string().max(10),
  validUntilOn: z.string().max(10).optional(),
  serviceItemCodes: z.array(z.string().max(40)).max(100).default([]),
})
const rest = { qualificationId: z.string().max(40).optional(), reasons: z.string().max(2000).default('') }
const schema = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['ADD', 'RENEW', 'CHANGE']), qualification: z.object({ certificate }), ...rest }),
  z.object({ op: z.literal('REMOVE'), ...rest }),
])

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { op, qualificationId, reasons } = form.value
  const wanted = { op, qualificationId, certificate: 'qualification' in form.value ? form.value.qualification.certificate : undefined }
  const input = { qualification: wanted, reasons, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, RequestQualificationDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect('/intermediary/qualifications?sent')
}

const at = 'qualification.certificate.'

/** One certificate: added, renewed, put right or taken out. */
export default function ChangeQualification() {
  const { title, op, held, entry, choices, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  const words = useText('entry')
  const { Fields, labels } = stepForms.qualifications
  const form = useFormState<string>({
    result: useActionData<typeof action>(),
    labels: { ...labels(words, at), reasons: t('reasons') },
    defaults: held ? defaultsOf(held, op === 'RENEW') : {},
  })
  return (
    <UpkeepFrame title={title} lead={t(`qualifications.leadOf.${op}`)} entry={entry} kind="QUALIFICATIONS">
      <Sheet title={held ? `${held.name}（${held.certificateNo}）` : title}>
        <FormFrame form={form} mutationId={clientMutationId}>
          <input type="hidden" name="op" value={op} />
          {held && <input type="hidden" name="qualificationId" value={held.key} />}
          {op !== 'REMOVE' && <Fields form={form} at={at} mask={null} choices={choices} statements={[]} ruleSetVersion="" />}
          <TextAreaField {...form.field('reasons')} hint={t('reasonsHint')} rows={2} isOptional />
          <div className="actions">
            <SubmitButton look={op === 'REMOVE' ? 'danger' : 'primary'}>{t('send')}</SubmitButton>
            <Link to="/intermediary/qualifications">{t('back')}</Link>
          </div>
        </FormFrame>
      </Sheet>
    </UpkeepFrame>
  )
}

/** A renewal begins with the same certificate and asks for its new period. */
function defaultsOf(held: OwnCertificate, isRenewal: boolean) {
  const { name, grade, certificateNo, issuer, validFromOn, validUntilOn, serviceItemCodes } = held
  return {
    [`${at}name`]: name,
    [`${at}grade`]: grade,
    [`${at}certificateNo`]: certificateNo,
    [`${at}issuer`]: issuer,
    [`${at}serviceItemCodes`]: serviceItemCodes,
    ...(isRenewal ? {} : { [`${at}validFromOn`]: validFromOn, [`${at}validUntilOn`]: validUntilOn }),
  }
}
