import { formatFen } from '#domain/kernel/money.ts'
import { FileLink } from '#app/features/files/file-link.tsx'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { ProposeForm } from './propose-form.tsx'
import type { ContractData } from './record-documents.server.ts'
import { isOpen, StepForm } from './step-form.tsx'
import type { StepPage } from './step-form.tsx'

/** 合同: the version in force, the proposal that waits, what was before, and the next steps. */
export function ContractSheet({ page, printTo }: { readonly page: StepPage; readonly printTo: string }) {
  const t = useText('contracts')
  const { contracts, next } = page.record
  const inForce = contracts.find(({ state }) => state === 'IN_FORCE')
  const proposed = contracts.find(({ state }) => state === 'PROPOSED')
  const earlier = contracts.filter(({ state }) => state === 'SUPERSEDED' || state === 'DECLINED')
  const isAsked = page.answer?.intent === 'PROPOSE_CONTRACT'
  return (
    <Sheet title={t('contract.title')} id="contract">
      {!inForce && page.record.state === 'ACTIVE' && (
        <p className="mb-3">
          {t('contract.none')} {t('contract.dueBy', { day: next.contractDueOn })}
        </p>
      )}
      {inForce && (
        <>
          <ContractFacts of={inForce} />
          <p className="actions">
            <ButtonLink to={printTo} look="ghost" isSmall>
              {t('contract.print')}
            </ButtonLink>
          </p>
        </>
      )}
      {proposed && (
        <>
          <ContractFacts of={proposed} />
          <AnswerForms page={page} proposed={proposed} />
        </>
      )}
      {isOpen(page, 'PROPOSE_CONTRACT') &&
        (inForce ? (
          <Reasons summary={t('contract.changeTitle')} isOpen={isAsked}>
            <ProposeForm page={page} inForce={inForce} />
          </Reasons>
        ) : (
          <>
            <h3>{t('contract.proposeTitle')}</h3>
            <ProposeForm page={page} inForce={null} />
          </>
        ))}
      {earlier.length > 0 && (
        <Reasons summary={t('contract.earlier')}>
          {earlier.map((one) => (
            <ContractFacts key={one.contractVersion} of={one} />
          ))}
        </Reasons>
      )}
    </Sheet>
  )
}

/** One version with its key terms. */
export function ContractFacts({ of }: { readonly of: ContractData }) {
  const t = useText('contracts')
  return (
    <div className="mb-4">
      <p className="mb-2">
        <b>{t('contract.version', { version: of.contractVersion })}</b>{' '}
        <Badge tone={of.state === 'IN_FORCE' ? 'ok' : of.state === 'PROPOSED' ? 'warn' : 'neutral'}>
          {t(`contract.state.${of.state}`)}
        </Badge>
      </p>
      <DescriptionList
        items={[
          { term: t('contract.feeTerm'), value: <b className="num">{formatFen(of.feeFen)}</b> },
          { term: t('contract.daysTerm'), value: t('contract.daysValue', { days: of.promisedWorkingDays, day: of.deliverDueOn }) },
          { term: t('contract.scope'), value: <span className="whitespace-pre-line">{of.scope}</span> },
          { term: t('contract.liability'), value: <span className="whitespace-pre-line">{of.liability}</span> },
          { term: t('contract.fileTerm'), value: of.file ? <FileLink file={of.file} /> : t('contract.noFile') },
          ...(of.reasons === '' ? [] : [{ term: t('contract.reasons'), value: of.reasons }]),
          {
            term: t('contract.proposedBy'),
            value: (
              <>
                {t(`side.${of.proposedBySide}`)} <Instant at={of.proposedAt} />
              </>
            ),
          },
          ...(of.answeredAt ? [{ term: t('contract.answered'), value: <Instant at={of.answeredAt} /> }] : []),
          ...(of.declineReasons ? [{ term: t('contract.declineReasons'), value: of.declineReasons }] : []),
        ]}
      />
    </div>
  )
}

/** The answer to a proposal: agree, decline, or take the own one back. */
function AnswerForms({ page, proposed }: { readonly page: StepPage; readonly proposed: ContractData }) {
  const t = useText('contracts')
  const { viewerRole, feeFen } = page.record
  const isRaised = viewerRole === 'OWNER' && proposed.feeFen > feeFen
  return (
    <>
      {isOpen(page, 'AGREE_CONTRACT') && (
        <>
          {isRaised && (
            <NoticeBanner tone="warn" title={t('contract.raisedLabel')}>
              <p>{t('contract.raisedWarning', { fee: formatFen(proposed.feeFen), chosen: formatFen(feeFen) })}</p>
            </NoticeBanner>
          )}
          <StepForm page={page} step="AGREE_CONTRACT" labels={{ raised: t('contract.raisedLabel') }}>
            {(form) => (
              <>
                {isRaised && <CheckboxField {...form.field('raised')} choices={[{ value: 'yes', label: t('contract.raised') }]} />}
                <SubmitButton>{t('contract.agree')}</SubmitButton>
              </>
            )}
          </StepForm>
        </>
      )}
      {isOpen(page, 'DECLINE_CONTRACT') && (
        <Reasons summary={t('contract.decline')} isOpen={page.answer?.intent === 'DECLINE_CONTRACT'}>
          <StepForm page={page} step="DECLINE_CONTRACT" labels={{ reasons: t('contract.declineReasons') }}>
            {(form) => (
              <>
                <TextAreaField {...form.field('reasons')} rows={2} maxLength={2000} isOptional />
                <SubmitButton look="ghost">{t('contract.decline')}</SubmitButton>
              </>
            )}
          </StepForm>
        </Reasons>
      )}
      {isOpen(page, 'WITHDRAW_CONTRACT') && (
        <StepForm page={page} step="WITHDRAW_CONTRACT" labels={{}}>
          {() => <SubmitButton look="ghost">{t('contract.withdraw')}</SubmitButton>}
        </StepForm>
      )}
    </>
  )
}
