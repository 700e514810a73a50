import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import type { QrModules } from '#app/ui/qr-code.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { resultOfIntent } from './result-of-intent.ts'

interface Setup {
  readonly qr: QrModules
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/** Turning the second factor on in three steps, or off. */
export function SecondFactorForms({
  isOn,
  result,
  setup,
}: {
  readonly isOn: boolean
  readonly result: FormResult | undefined
  readonly setup: Setup | null
}) {
  const t = useText('account')
  const labels = { password: t('secondFactor.password'), endPassword: t('secondFactor.endPassword'), code: t('secondFactor.code') }
  const start = useFormState({ result: resultOfIntent(result, 'start'), labels })
  const end = useFormState({ result: resultOfIntent(result, 'end'), labels })
  const confirm = useFormState({ result: resultOfIntent(result, 'confirm'), labels })
  if (isOn) {
    return (
      <FormFrame form={end} key="end">
        <input type="hidden" name="intent" value="end" />
        <TextField {...end.field('endPassword')} type="password" autoComplete="current-password" />
        <SubmitButton look="ghost">{t('secondFactor.end')}</SubmitButton>
      </FormFrame>
    )
  }
  // The forms are keyed: else one's field would keep, readable, the password typed into another's.
  // A wrong first code: the secret is in the app already, only the code is asked again.
  const isConfirming = setup !== null || resultOfIntent(result, 'confirm') !== undefined
  return (
    <>
      {setup && <SetupSteps setup={setup} />}
      {isConfirming ? (
        <FormFrame form={confirm} key="confirm">
          <h3>{t('secondFactor.confirmTitle')}</h3>
          <input type="hidden" name="intent" value="confirm" />
          <TextField {...confirm.field('code')} width="code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
          <SubmitButton>{t('secondFactor.confirm')}</SubmitButton>
        </FormFrame>
      ) : (
        <FormFrame form={start} key="start">
          <p>{t('secondFactor.lead')}</p>
          <input type="hidden" name="intent" value="start" />
          <TextField {...start.field('password')} type="password" autoComplete="current-password" />
          <SubmitButton>{t('secondFactor.start')}</SubmitButton>
        </FormFrame>
      )}
    </>
  )
}

function SetupSteps({ setup }: { readonly setup: Setup }) {
  const t = useText('account')
  return (
    <div className="mb-4 grid gap-3">
      <h3>{t('secondFactor.setupTitle')}</h3>
      <p>{t('secondFactor.scan')}</p>
      <QrCode code={setup.qr} label={t('secondFactor.qr')} />
      <p>
        {t('secondFactor.secret')} <span className="code">{setup.secret}</span>{' '}
        <CopyButton text={setup.secret} label={t('secondFactor.secret')} />
      </p>
      <h3>{t('secondFactor.backupTitle')}</h3>
      <p>{t('secondFactor.backup')}</p>
      <ul>
        {setup.backupCodes.map((code) => (
          <li key={code}>
            <span className="code">{code}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
