import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AttachForm } from '#app/features/acceptance/attach-form.tsx'
import { CaseCourse } from '#app/features/acceptance/case-course.tsx'
import { CaseFacts } from '#app/features/acceptance/case-facts.tsx'
import { takeCaseStep } from '#app/features/acceptance/case-steps.server.ts'
import { caseTones } from '#app/features/acceptance/case-table.tsx'
import { CloseForm, isOpenState } from '#app/features/acceptance/close-form.tsx'
import { HandInForm } from '#app/features/acceptance/hand-in-form.tsx'
import { LimitSheet } from '#app/features/acceptance/limit-sheet.tsx'
import { TakeUpForm } from '#app/features/acceptance/take-up-form.tsx'
import { loadCase } from '#app/features/acceptance/load-case.server.ts'
import { ModeForm } from '#app/features/acceptance/mode-form.tsx'
import { RecordForm } from '#app/features/acceptance/record-form.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Stepper } from '#app/ui/stepper.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadCase(args)

export const action = (args: ActionFunctionArgs) => takeCaseStep(args, args.params['number'] ?? '')

export default function CaseWorkbench() {
  const { approvalCase: of, demanded, mutationIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('acceptance')
  const contracts = useText('contracts')
  const intake = useText('intake')
  const resultOf = (intent: string) => (answer?.intent === intent ? answer.result : undefined)
  const { state, version, preview, number } = of
  const steps = (['applicant', 'materials', 'mode', 'letter'] as const).map((step) => ({ label: t(`new.steps.${step}`) }))
  const isRecorded = of.materials.length > 0
  const record = <RecordForm materials={demanded} version={version} mutationId={mutationIds.record} result={resultOf('RECORD')} />
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency', label: t('case.backToQueue') }]} current={number} />
      <PageHeading
        title={of.applicant.name}
        lead={
          <>
            {t('case.title', { number })} <Badge tone={caseTones[state]}>{t(`state.${state}`)}</Badge>
          </>
        }
        actions={
          <>
            {of.correctionNumber && <ButtonLink to={`/agency/cases/${number}/correction-notice`}>{t('case.correctionNotice')}</ButtonLink>}
            {of.commitments.map((promise) => (
              <ButtonLink key={promise.number} to={`/agency/commitments/${promise.number}/letter`}>
                {t('case.letter')}
              </ButtonLink>
            ))}
            {of.acceptedAt && (
              <ButtonLink look="ghost" to={`/agency/cases/${number}/acceptance-notice`}>
                {t('case.acceptanceReceipt')}
              </ButtonLink>
            )}
            {of.nonAcceptanceNumber && (
              <ButtonLink to={`/agency/cases/${number}/non-acceptance-notice`}>{intake('paper.nonAcceptance')}</ButtonLink>
            )}
          </>
        }
      />
      {preview && <Stepper steps={steps} current={isRecorded ? 2 : 1} />}
      <div className="columns">
        <div>
          {isOpenState(state) && !of.isTakenUp && <TakeUpForm {...of} mutationId={mutationIds.takeUp} result={resultOf('TAKE_UP')} />}
          {preview && isRecorded && (
            <Sheet title={t('case.modes')}>
              <ModeForm preview={preview} version={version} mutationId={mutationIds.accept} result={resultOf('ACCEPT')} />
            </Sheet>
          )}
          {preview &&
            (isRecorded && state === 'FILED' ? (
              <Reasons summary={t('case.record')} isOpen={resultOf('RECORD') !== undefined}>
                {record}
              </Reasons>
            ) : (
              <Sheet title={t('case.record')}>{record}</Sheet>
            ))}
          {of.attachable.length > 0 && isOpenState(state) && (
            <Sheet title={contracts('attach.title')}>
              <AttachForm of={of} mutationId={mutationIds.attach} result={resultOf('ATTACH')} side="agency" />
            </Sheet>
          )}
          {preview && isRecorded && (
            <Sheet title={intake('handIn.title')}>
              <HandInForm of={of} mutationId={mutationIds.handIn} result={resultOf('HAND_IN')} />
            </Sheet>
          )}
          <CaseFacts of={of} area="/agency" />
        </div>
        <div>
          {state === 'ACCEPTED' && <LimitSheet of={of} mutationId={mutationIds.pause} result={resultOf('PAUSE') ?? resultOf('RESUME')} />}
          {isOpenState(state) && (
            <Sheet title={t('case.close')}>
              <CloseForm state={state} version={version} mutationId={mutationIds.close} result={resultOf('CLOSE')} />
            </Sheet>
          )}
          <CaseCourse of={of} />
        </div>
      </div>
    </>
  )
}
