import { formatFen } from '#domain/kernel/money.ts'
import { FileLink } from '#app/features/files/file-link.tsx'
import { UploadField } from '#app/features/files/upload-field.tsx'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { Instant } from '#app/ui/day.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { DeliverableData } from './record-documents.server.ts'
import { isOpen, StepForm } from './step-form.tsx'
import type { StepPage } from './step-form.tsx'

const tones = { SUBMITTED: 'warn', ACCEPTED: 'ok', RETURNED: 'neutral' } as const

/** 服务成果: its versions, the latest first, and each side's next step. */
export function DeliverableSheet({ page }: { readonly page: StepPage }) {
  const t = useText('contracts')
  const { deliverables } = page.record
  const canDeliver = isOpen(page, 'DELIVER')
  if (deliverables.length === 0 && !canDeliver) return null
  return (
    <Sheet title={t('deliverable.title')} id="result">
      {isOpen(page, 'ANSWER_DELIVERABLE') && <AnswerForm page={page} />}
      {canDeliver && <DeliverForm page={page} />}
      {deliverables.length === 0 && <p className="mute">{t('deliverable.none')}</p>}
      <ul>
        {deliverables.toReversed().map((one) => (
          <li key={one.deliverableVersion} className="mb-3">
            <Version of={one} />
          </li>
        ))}
      </ul>
      <Reasons summary={t('deliverable.lateTitle')}>
        <p className="small">{t('deliverable.lateRule')}</p>
      </Reasons>
    </Sheet>
  )
}

/** One version with its file, how late it was, and what came of it. */
export function Version({ of }: { readonly of: DeliverableData }) {
  const t = useText('contracts')
  return (
    <>
      <b>{t('deliverable.version', { version: of.deliverableVersion })}</b>{' '}
      <Badge tone={tones[of.state]}>{t(`deliverable.state.${of.state}`)}</Badge> <Instant at={of.submittedAt} />{' '}
      {of.lateWorkingDays > 0 ? t('progress.late', { count: of.lateWorkingDays }) : t('progress.inTime')}
      <div>{of.file ? <FileLink file={of.file} /> : t('deliverable.onPaper')}</div>
      {of.note !== '' && <p className="small mute whitespace-pre-line">{of.note}</p>}
      {of.isAcceptedBySilence && <p className="small">{t('progress.acceptedBySilence')}</p>}
      {of.returnReasons && <p className="whitespace-pre-line">{t('deliverable.returnReasons', { reasons: of.returnReasons })}</p>}
    </>
  )
}

/** The intermediary hands over a version. */
function DeliverForm({ page }: { readonly page: StepPage }) {
  const t = useText('contracts')
  const { contracts, feeFen, number } = page.record
  const fee = formatFen(contracts.find(({ state }) => state === 'IN_FORCE')?.feeFen ?? feeFen)
  const labels = { file: t('deliverable.file'), note: t('deliverable.note'), charged: t('deliverable.charged') }
  return (
    <StepForm page={page} step="DELIVER" hasFiles labels={labels}>
      {(form) => (
        <>
          <UploadField {...form.field('file')} hint={t('deliverable.fileHint')} engagementNumber={number} isOptional />
          <TextAreaField {...form.field('note')} rows={3} maxLength={1000} isOptional />
          <TextField
            {...form.field('charged')}
            hint={t('deliverable.chargedHint', { fee })}
            width="number"
            inputMode="decimal"
            isOptional
          />
          <p className="small mute">{t('deliverable.deliverHint')}</p>
          <SubmitButton>{t('deliverable.deliver')}</SubmitButton>
        </>
      )}
    </StepForm>
  )
}

/** The owner accepts, or returns with reasons. */
function AnswerForm({ page }: { readonly page: StepPage }) {
  const t = useText('contracts')
  return (
    <StepForm page={page} step="ANSWER_DELIVERABLE" labels={{ outcome: t('deliverable.outcome'), reasons: t('deliverable.reasons') }}>
      {(form) => (
        <>
          <p className="small mute">{t('deliverable.deliverHint')}</p>
          <RadioField
            {...form.field('outcome')}
            choices={[
              { value: 'ACCEPTED', label: t('deliverable.accept') },
              { value: 'RETURNED', label: t('deliverable.return') },
            ]}
          />
          <TextAreaField {...form.field('reasons')} hint={t('deliverable.reasonsHint')} rows={3} maxLength={2000} isOptional />
          <SubmitButton>{t('deliverable.answer')}</SubmitButton>
        </>
      )}
    </StepForm>
  )
}
