import { pauseCauses } from '#domain/commitments/pause-causes.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { CaseData } from './documents.server.ts'

type Limited = Pick<CaseData, 'version' | 'timeLimit' | 'pauses'>

/** Where the time limit of an accepted case stands; `children` are the officer's steps. */
export function LimitFacts({ of: { timeLimit, pauses } }: { readonly of: Omit<Limited, 'version'> }) {
  const t = useText('intake')
  if (!timeLimit) return null
  return (
    <>
      {timeLimit.isPaused && <NoticeBanner title={t('limit.isPaused')} />}
      <DescriptionList
        items={[
          { term: t('limit.used'), value: timeLimit.usedWorkingDays },
          { term: t('limit.remaining'), value: timeLimit.remainingWorkingDays },
          { term: t('limit.dueOn'), value: <Day on={timeLimit.dueOn} /> },
        ]}
      />
      {pauses.length > 0 && (
        <>
          <h3 className="mt-4">{t('limit.pauses')}</h3>
          <ul>
            {pauses.map(({ key, cause, basis, reasons, fromOn, untilOn }) => (
              <li key={key}>
                {t('limit.period', { from: fromOn, until: untilOn ?? '' })} · {t(`limit.causes.${cause}`)}
                <div className="small mute">
                  {basis} · {reasons}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The time limit with the officer's steps: pause it for a lawful cause, let it run again. */
export function LimitSheet({
  of,
  mutationId,
  result,
}: {
  readonly of: Limited
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('intake')
  const form = useFormState({
    result,
    labels: { cause: t('limit.cause'), untilOn: t('limit.untilOn'), reasons: t('limit.reasons') },
  })
  if (!of.timeLimit) return null
  return (
    <Sheet title={t('limit.title')}>
      <LimitFacts of={of} />
      {of.timeLimit.isPaused ? (
        <FormFrame form={form} mutationId={mutationId}>
          <input type="hidden" name="version" value={of.version} />
          <SubmitButton name="intent" value="RESUME" look="ghost">
            {t('limit.resume')}
          </SubmitButton>
        </FormFrame>
      ) : (
        <Reasons summary={t('limit.pause')} isOpen={result !== undefined}>
          <FormFrame form={form} mutationId={mutationId}>
            <p className="small mute">{t('limit.lead')}</p>
            <input type="hidden" name="version" value={of.version} />
            <RadioField {...form.field('cause')} choices={pauseCauses.map((value) => ({ value, label: t(`limit.causes.${value}`) }))} />
            <DateField {...form.field('untilOn')} />
            <TextAreaField {...form.field('reasons')} rows={2} maxLength={2000} />
            <SubmitButton name="intent" value="PAUSE" look="ghost">
              {t('limit.pause')}
            </SubmitButton>
          </FormFrame>
        </Reasons>
      )}
    </Sheet>
  )
}
