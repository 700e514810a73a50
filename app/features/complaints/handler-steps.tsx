import type { ReactNode } from 'react'
import type { ResultOf } from '#app/graphql.ts'
import { resultOfIntent } from '#app/features/access/result-of-intent.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { ComplaintData } from './complaint-facts.tsx'
import type { ComplaintChoicesDocument } from './documents.server.ts'

export interface StepProps {
  readonly complaint: ComplaintData
  readonly mutationId: string
  readonly result: (FormResult & { readonly opened?: { readonly name: string; readonly contact: string } }) | undefined
}
type Choices = ResultOf<typeof ComplaintChoicesDocument>

/** The steps that can be taken now, and no others. */
export function HandlerSteps({ complaintOffices, violationTypes, ...step }: StepProps & Choices) {
  const { state, isHandler, mayTransfer, mayExtend, mayUnseal, transferDueOn, answerDueOn, handlerName, subject, agencyName } =
    step.complaint
  const t = useText('complaints')
  const isHandling = state === 'HANDLING'
  return (
    <>
      {step.result?.opened && (
        <NoticeBanner title={t('step.opened')} tone="warn" isResult>
          <DescriptionList
            items={[
              { term: t('step.name'), value: step.result.opened.name },
              { term: t('step.contact'), value: step.result.opened.contact },
            ]}
          />
        </NoticeBanner>
      )}
      {(!isHandling || !isHandler || (subject === null && agencyName === null)) && (
        <TakeUp
          {...step}
          title={t(!isHandling ? 'step.takeUp' : isHandler ? 'step.identify' : 'step.takeOver')}
          lead={isHandling && !isHandler ? t('step.takeOverLead', { name: handlerName ?? '' }) : null}
        />
      )}
      {isHandling && <AnswerForm {...step} violationTypes={violationTypes} />}
      {mayTransfer && (
        <Reasoned {...step} intent="transfer" title={t('step.transfer')} lead={t('step.transferLead', { on: transferDueOn })}>
          {(field) => <OfficeField field={field} offices={complaintOffices} />}
        </Reasoned>
      )}
      {mayExtend && <Reasoned {...step} intent="extend" title={t('step.extend')} lead={t('step.extendLead', { on: answerDueOn })} />}
      <Reasoned {...step} intent="refuse" title={t('step.refuse')} lead={null} />
      {mayUnseal && <Unseal {...step} />}
    </>
  )
}

function TakeUp({ complaint, mutationId, result, title, lead }: StepProps & { readonly title: string; readonly lead: string | null }) {
  const t = useText('complaints')
  const form = useFormState({ result: resultOfIntent(result, 'takeUp'), labels: { uscc: t('step.uscc') } })
  return (
    <Sheet title={title}>
      {lead && <p>{lead}</p>}
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="version" value={complaint.version} />
        {complaint.subject === null && complaint.agencyName === null && (
          <TextField {...form.field('uscc')} hint={t('step.usccHint')} width="code" isOptional maxLength={40} />
        )}
        <SubmitButton name="intent" value="takeUp">
          {title}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}

type Field = ReturnType<typeof useFormState<'officeId' | 'reasons'>>['field']

function Reasoned({
  complaint,
  mutationId,
  result,
  intent,
  title,
  lead,
  children,
}: StepProps & {
  readonly intent: 'transfer' | 'extend' | 'refuse'
  readonly title: string
  readonly lead: string | null
  readonly children?: (field: Field) => ReactNode
}) {
  const t = useText('complaints')
  const form = useFormState({ result: resultOfIntent(result, intent), labels: { officeId: t('step.office'), reasons: t('step.reasons') } })
  return (
    <Sheet title={title}>
      {lead && <p>{lead}</p>}
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="version" value={complaint.version} />
        {children?.(form.field)}
        <TextAreaField {...form.field('reasons')} hint={t('step.reasonsHint')} rows={3} maxLength={8000} />
        <SubmitButton look="ghost" name="intent" value={intent}>
          {title}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}

function OfficeField({ field, offices }: { readonly field: Field; readonly offices: Choices['complaintOffices'] }) {
  const t = useText('complaints')
  const { language } = usePage()
  return (
    <SelectField
      {...field('officeId')}
      empty={t('step.officeNone')}
      options={offices.map(({ organisationId, nameZh, nameEn }) => ({
        value: organisationId,
        label: language === 'en' ? (nameEn ?? nameZh) : nameZh,
      }))}
    />
  )
}

function Unseal({ complaint, mutationId, result }: StepProps) {
  const t = useText('complaints')
  const form = useFormState({ result: resultOfIntent(result, 'unseal'), labels: { reason: t('step.unsealReason') } })
  return (
    <Sheet title={t('step.unseal')}>
      <p>{t('step.unsealLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="version" value={complaint.version} />
        <TextField {...form.field('reason')} maxLength={500} />
        <SubmitButton look="danger" name="intent" value="unseal">
          {t('step.unsealSubmit')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
