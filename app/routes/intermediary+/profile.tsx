import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadEntryWithChoices } from '#app/features/intermediaries/load-own-entry.server.ts'
import { UpkeepFrame } from '#app/features/intermediaries/upkeep-frame.tsx'
import { RequestProfileDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  return { title: t('tabs.profile'), ...(await loadEntryWithChoices(args)) }
}

const schema = z.object({
  profile: z.object({
    name: z.string().max(200),
    nameEn: z.string().max(200).optional(),
    legalRepresentative: z.string().max(100),
    legalForm: z.string().max(50),
    divisionCode: z.string().max(12),
    address: z.string().max(300),
    phone: z.string().max(50),
    introduction: z.string().max(2000).default(''),
  }),
  reasons: z.string().max(2000).default(''),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { result } = await runOperation(args, RequestProfileDocument, { input: { ...form.value, clientMutationId: form.clientMutationId } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect('/intermediary/profile?sent')
}

/** 基本信息: what the register says of the institution, and the form that asks it to say something else. */
export default function Profile() {
  const { title, entry, choices, isSent, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  const { language } = usePage()
  const { name, legalRepresentative, legalForm, division, address, phone, introduction } = entry.intermediary
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: {
      'profile.name': t('field.name'),
      'profile.nameEn': t('field.nameEn'),
      'profile.legalRepresentative': t('field.legalRepresentative'),
      'profile.legalForm': t('field.legalForm'),
      'profile.divisionCode': t('field.divisionCode'),
      'profile.address': t('field.address'),
      'profile.phone': t('field.phone'),
      'profile.introduction': t('field.introduction'),
      reasons: t('reasons'),
    },
    defaults: {
      'profile.name': name,
      'profile.nameEn': entry.nameEn,
      'profile.legalRepresentative': legalRepresentative,
      'profile.legalForm': legalForm,
      'profile.divisionCode': division?.code,
      'profile.address': address,
      'profile.phone': phone,
      'profile.introduction': introduction,
    },
  })
  const divisions = choices.divisions.map(({ code, nameZh, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : nameZh }))
  return (
    <UpkeepFrame title={title} lead={t('profile.lead')} entry={entry} kind="PROFILE" isSent={isSent}>
      <Sheet title={t('profile.ask')}>
        <FormFrame form={form} mutationId={clientMutationId}>
          <TextField {...form.field('profile.phone')} hint={t('profile.atOnce')} width="code" type="tel" maxLength={50} />
          <TextAreaField {...form.field('profile.introduction')} hint={t('profile.atOnce')} rows={3} isOptional />
          <TextField {...form.field('profile.name')} hint={t('profile.nameHint')} maxLength={200} />
          <TextField {...form.field('profile.nameEn')} maxLength={200} isOptional />
          <TextField {...form.field('profile.legalRepresentative')} maxLength={100} />
          <TextField {...form.field('profile.legalForm')} maxLength={50} />
          <SelectField {...form.field('profile.divisionCode')} options={divisions} />
          <TextField {...form.field('profile.address')} maxLength={300} />
          <TextAreaField {...form.field('reasons')} hint={t('reasonsHint')} rows={2} isOptional />
          <SubmitButton>{t('send')}</SubmitButton>
        </FormFrame>
      </Sheet>
    </UpkeepFrame>
  )
}
