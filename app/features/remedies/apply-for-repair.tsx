import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { loadRepairForm } from './apply-for-repair.server.ts'
import type { RepairableEntryData } from './my-documents.server.ts'
import { placeholdersOf } from './remedy-steps.tsx'

type Loaded = Awaited<ReturnType<typeof loadRepairForm>>

/** What is missing for the repair of an entry and from when; and its form, from the day it can be applied for. */
export function ApplyForRepair({ title, of, ...rest }: Loaded & { readonly result: FormResult | undefined; readonly base: string }) {
  const t = useText('remedies')
  const { obstacle, facts } = of
  return (
    <>
      <Breadcrumb parents={[{ to: `${rest.base}/remedies`, label: t('mine.title') }]} current={of.entry.number} />
      <PageHeading title={title} lead={t('repair.applyLead')} />
      {obstacle !== null && (
        <NoticeBanner title={t('repair.conditions')} tone="warn">
          {t.optional(`refusal.${obstacle}`, placeholdersOf(facts)) ?? obstacle}
        </NoticeBanner>
      )}
      <Conditions of={of} />
      {obstacle === null && <RepairForm {...rest} />}
    </>
  )
}

function Conditions({ of }: { readonly of: RepairableEntryData }) {
  const t = useText('remedies')
  const { language } = usePage()
  return (
    <Sheet title={t('repair.conditions')}>
      <DescriptionList
        items={of.conditions.map(({ condition, state, fromOn }) => ({
          term: t(`repair.condition.${condition}`),
          value: (
            <Badge tone={state === 'MET' ? 'ok' : 'neutral'}>
              {t(`repair.state.${state}`, { day: fromOn ? formatDay(fromOn, language) : '' })}
            </Badge>
          ),
        }))}
      />
      {of.freeOn && <p className="small mute">{t('mine.freeOn', { day: formatDay(of.freeOn, language) })}</p>}
    </Sheet>
  )
}

function RepairForm({ clientMutationId, result }: Pick<Loaded, 'clientMutationId'> & { readonly result: FormResult | undefined }) {
  const t = useText('remedies')
  const form = useFormState({
    result,
    labels: {
      correction: t('repair.correction'),
      performance: t('repair.performance'),
      commitment: t('repair.commitment'),
      files: t('repair.files'),
    },
    defaults: { commitment: t('repair.commitmentDefault') },
  })
  return (
    <Sheet title={t('repair.submit')}>
      <FormFrame form={form} mutationId={clientMutationId} hasFiles>
        <TextAreaField {...form.field('correction')} rows={4} />
        <TextAreaField {...form.field('performance')} rows={4} />
        <TextAreaField {...form.field('commitment')} rows={3} />
        <FileField {...form.field('files')} hint={t('appeal.filesHint')} isMultiple isOptional />
        <SubmitButton>{t('repair.submit')}</SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
