import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { PoolData } from './preselection-documents.server.ts'
import { obstacleText } from './preselection-obstacle.ts'

interface Forms {
  readonly pool: PoolData
  readonly result: FormResult | undefined
  readonly mutationId: string
}

/** Whether the viewer's firm is in the pool, why not, and what it can do about it. */
export function OwnMembership(props: Forms) {
  const t = useText('preselection')
  const { language } = usePage()
  const { ownMembership, ownObstacle, state } = props.pool
  const isMember = ownMembership !== null && ownMembership.leftAt === null
  const since = ownMembership && formatDay(shanghaiDayOf(new Date(ownMembership.joinedAt)), language)
  return (
    <Sheet title={t('own.standing')}>
      {isMember && ownMembership.isIn && state === 'OPEN' && <p>{t('own.inText', { day: since ?? '' })}</p>}
      {isMember && !ownMembership.isIn && (
        <NoticeBanner tone="warn" title={t('own.outText')}>
          {obstacleText(t, ownMembership.obstacle)}
        </NoticeBanner>
      )}
      {ownMembership?.leaving && (
        <p>
          {t(`leaving.${ownMembership.leaving}`)} {ownMembership.leavingReasons}
        </p>
      )}
      {!isMember && state === 'OPEN' && ownObstacle !== null && (
        <NoticeBanner tone="warn" title={t('own.cannotJoin')}>
          {obstacleText(t, ownObstacle)}
        </NoticeBanner>
      )}
      {state === 'OPEN' && (isMember ? <LeaveForm {...props} /> : ownObstacle === null && <JoinForm {...props} />)}
    </Sheet>
  )
}

function JoinForm({ result, mutationId }: Forms) {
  const t = useText('preselection')
  const form = useFormState({ result, labels: { areConditionsMet: t('own.confirm') } })
  return (
    <>
      <p>{t('own.joinLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <CheckboxField {...form.field('areConditionsMet')} choices={[{ value: 'yes', label: t('own.confirmYes') }]} />
        <SubmitButton name="intent" value="JOIN">
          {t('own.joinButton')}
        </SubmitButton>
      </FormFrame>
    </>
  )
}

function LeaveForm({ result, mutationId }: Forms) {
  const t = useText('preselection')
  const form = useFormState({ result, labels: {} })
  return (
    <>
      <p>{t('own.leaveLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <SubmitButton name="intent" value="LEAVE" look="danger">
          {t('own.leaveButton')}
        </SubmitButton>
      </FormFrame>
    </>
  )
}
