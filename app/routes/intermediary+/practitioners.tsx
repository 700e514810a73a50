import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadOwnEntry } from '#app/features/intermediaries/load-own-entry.server.ts'
import { UpkeepFrame } from '#app/features/intermediaries/upkeep-frame.tsx'
import { RequestPractitionerDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  return { title: t('tabs.practitioners'), ...(await loadOwnEntry(args)) }
}

const reasons = z.string().max(2000).default('')
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('ADD'),
    practitioner: z.object({
      name: z.string().max(100),
      identityNumber: z.string().max(40),
      title: z.string().max(100),
      certificateNo: z.string().max(100).optional(),
    }),
    reasons,
  }),
  z.object({ intent: z.literal('LEAVE'), practitionerId: z.string().max(40), reasons }),
])

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { intent: op, reasons: why } = form.value
  const who = 'practitioner' in form.value ? form.value.practitioner : { practitionerId: form.value.practitionerId }
  const input = { practitioner: { op, ...who }, reasons: why, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, RequestPractitionerDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect('/intermediary/practitioners?sent')
}

/** 从业人员: who works here, and the two forms: somebody comes, somebody has left. */
export default function Practitioners() {
  const { title, entry, isSent, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('upkeep')
  const { practitioners } = entry.intermediary
  const of = (intent: string) => (result?.values['intent']?.[0] === intent ? result : undefined)
  return (
    <UpkeepFrame title={title} lead={t('practitioners.lead')} entry={entry} kind="PRACTITIONERS" isSent={isSent}>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={practitioners}
        rowKey={({ key }) => key}
        empty={t('practitioners.empty')}
        columns={[
          { key: 'name', title: t('field.personName'), cell: ({ name }) => name },
          { key: 'masked', title: t('field.identityMasked'), cell: ({ identityMasked }) => <span className="code">{identityMasked}</span> },
          { key: 'title', title: t('field.title'), cell: (person) => person.title },
          { key: 'certificate', title: t('field.certificateNo'), cell: ({ certificateNo }) => certificateNo ?? '—' },
        ]}
      />
      <Sheet title={t('practitioners.add')}>
        <AddForm result={of('ADD')} mutationId={clientMutationId} />
      </Sheet>
      {practitioners.length > 0 && (
        <Sheet title={t('practitioners.leave')}>
          <LeaveForm
            result={of('LEAVE')}
            mutationId={clientMutationId}
            people={practitioners.map((one) => ({ value: one.key, label: `${one.name}（${one.identityMasked ?? ''}）` }))}
          />
        </Sheet>
      )}
    </UpkeepFrame>
  )
}

interface FormProps {
  readonly result: FormResult | undefined
  readonly mutationId: string
}

function AddForm({ result, mutationId }: FormProps) {
  const t = useText('upkeep')
  const form = useFormState({
    result,
    labels: {
      'practitioner.name': t('field.personName'),
      'practitioner.identityNumber': t('practitioners.identityNumber'),
      'practitioner.title': t('field.title'),
      'practitioner.certificateNo': t('field.certificateNo'),
      reasons: t('reasons'),
    },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <TextField {...form.field('practitioner.name')} maxLength={100} />
      <TextField
        {...form.field('practitioner.identityNumber')}
        hint={t('practitioners.identityHint')}
        width="code"
        autoComplete="off"
        spellCheck={false}
      />
      <TextField {...form.field('practitioner.title')} maxLength={100} />
      <TextField {...form.field('practitioner.certificateNo')} width="code" maxLength={100} isOptional />
      <TextAreaField {...form.field('reasons')} rows={2} isOptional />
      <SubmitButton name="intent" value="ADD">
        {t('send')}
      </SubmitButton>
    </FormFrame>
  )
}

function LeaveForm({ result, mutationId, people }: FormProps & { readonly people: readonly { value: string; label: string }[] }) {
  const t = useText('upkeep')
  const form = useFormState({ result, labels: { practitionerId: t('field.personName'), reasons: t('reasons') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <SelectField {...form.field('practitionerId')} empty={t('choose')} options={people} />
      <TextAreaField {...form.field('reasons')} rows={2} isOptional />
      <SubmitButton name="intent" value="LEAVE" look="ghost">
        {t('practitioners.sendLeave')}
      </SubmitButton>
    </FormFrame>
  )
}
