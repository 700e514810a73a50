import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { CheckboxField, RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { CaseData } from './documents.server.ts'
import { modeRefusalText } from './reason-text.ts'

type Preview = NonNullable<CaseData['preview']>

/** The modes as the law offers them now, the refused ones with every reason; with them what a promise needs. */
export function ModeForm({
  preview,
  version,
  mutationId,
  result,
}: {
  readonly preview: Preview
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('acceptance')
  const intake = useText('intake')
  const { language } = usePage()
  const { modes, latestSupplementOn, missingCalendarYear, deemedAcceptedOn } = preview
  const open = modes.filter(({ mode, isAllowed }) => (deemedAcceptedOn ? mode === 'NORMAL' : isAllowed)).map(({ mode }) => mode)
  const promised = modes.find(({ mode, isAllowed }) => mode === 'TOLERANT_ACCEPTANCE' && isAllowed)?.materials ?? []
  const form = useFormState<string>({
    result,
    labels: {
      mode: t('case.chooseMode'),
      signerName: t('case.signer'),
      supplementDueOn: t('case.dueOn'),
      isPublicityAgreed: t('case.publicity'),
      signedPaper: intake('letter.signedPaper'),
      ...Object.fromEntries(promised.map((seq) => [`dueDays[${seq}]`, intake('letter.dueOn', { seq: String(seq) })])),
    },
    defaults: { mode: open[0], supplementDueOn: latestSupplementOn ?? undefined },
  })
  const choices = modes.map(({ mode, reasons }) => ({
    value: mode,
    label: t(`mode.${mode}`),
    detail: t(`modeText.${mode}`),
    refusal: open.includes(mode) ? undefined : (
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>
            {modeRefusalText(reason, t)} <span className="mute">{t('clause', { clause: reason.clause })}</span>
          </li>
        ))}
      </ul>
    ),
  }))
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      <input type="hidden" name="version" value={version} />
      {deemedAcceptedOn && (
        <NoticeBanner tone="warn" title={t('case.deemedTitle')}>
          <p>{t('case.deemed', { day: formatDay(deemedAcceptedOn, language) })}</p>
        </NoticeBanner>
      )}
      {missingCalendarYear !== null && (
        <NoticeBanner tone="warn" title={t('case.calendarTitle', { year: String(missingCalendarYear) })}>
          <p>{t('case.calendar')}</p>
        </NoticeBanner>
      )}
      <RadioField {...form.field('mode')} choices={choices} />
      {open.some((mode) => mode.startsWith('TOLERANT_')) && (
        <TextField {...form.field('signerName')} hint={t('case.signerHint')} maxLength={100} />
      )}
      {open.includes('TOLERANT_ACCEPTANCE') && latestSupplementOn && (
        <DateField
          {...form.field('supplementDueOn')}
          hint={t('case.dueHint', { day: formatDay(latestSupplementOn, language) })}
          max={latestSupplementOn}
        />
      )}
      {open.includes('TOLERANT_HANDLING') && (
        <CheckboxField {...form.field('isPublicityAgreed')} choices={[{ value: 'yes', label: t('case.agreesToPublicity') }]} />
      )}
      {open.some((mode) => mode.startsWith('TOLERANT_')) && (
        <Reasons summary={intake('letter.more')}>
          <FileField {...form.field('signedPaper')} hint={intake('letter.signedPaperHint')} isOptional />
          {promised.length > 1 &&
            latestSupplementOn &&
            promised.map((seq) => (
              <DateField key={seq} {...form.field(`dueDays[${seq}]`)} hint={intake('letter.dueHint')} isOptional max={latestSupplementOn} />
            ))}
        </Reasons>
      )}
      <SubmitButton name="intent" value="ACCEPT">
        {t('case.decide')}
      </SubmitButton>
    </FormFrame>
  )
}
