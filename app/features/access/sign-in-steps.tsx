import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { AccountRow } from './administration-documents.server.ts'
import { resultOfIntent } from './result-of-intent.ts'

/** What an administrator can do about somebody's signing in; each says what follows before it is pressed. */
export function SignInSteps({ account, result }: { readonly account: AccountRow; readonly result: FormResult | undefined }) {
  const { disabledAt, hasSecondFactor, sessionCount } = account
  return (
    <div className="grid gap-4">
      {!disabledAt && <Step intent="password" result={result} />}
      {sessionCount > 0 && <Step intent="signOut" result={result} />}
      {hasSecondFactor && <Step intent="resetFactor" result={result} isDanger />}
      {disabledAt ? <Step intent="enable" result={result} /> : <Step intent="disable" result={result} isDanger />}
    </div>
  )
}

function Step({
  intent,
  result,
  isDanger = false,
}: {
  readonly intent: 'password' | 'signOut' | 'resetFactor' | 'disable' | 'enable'
  readonly result: FormResult | undefined
  readonly isDanger?: boolean
}) {
  const t = useText('administration')
  const form = useFormState({ result: resultOfIntent(result, intent), labels: {} })
  return (
    <FormFrame form={form}>
      <p className="small">{t(`accounts.${intent}Text`)}</p>
      <SubmitButton look={isDanger ? 'danger' : 'ghost'} name="intent" value={intent}>
        {t(`accounts.${intent}`)}
      </SubmitButton>
    </FormFrame>
  )
}
