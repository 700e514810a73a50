import type { ActionFunctionArgs } from '@remix-run/node'
import {
  accountOf,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  startSecondFactor,
  verifySecondFactor,
} from '#graphql/server/session.ts'
import type { SessionStep } from '#graphql/server/session.ts'
import { signInFirst } from '#app/operation.server.ts'
import { qrModules } from '#app/ui/qr-code.server.ts'

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'>

/** The second step of signing in. */
export const tryCode = ({ request, context }: Asked, code: { readonly code: string; readonly isBackupCode: boolean }) =>
  verifySecondFactor(request, context.server, code)

/** The own account; whoever isn't signed in is sent to the sign-in. */
export async function loadAccount({ request, context }: Asked) {
  const account = await accountOf(request, context.server)
  if (!account) throw signInFirst(request)
  return account
}

/** What a person needs to set up the second factor, shown once. */
export async function beginSecondFactor({ request, context }: Asked, password: string) {
  const step = await startSecondFactor(request, context.server, { password })
  if (!step.ok) return step
  const { totpUri, backupCodes } = step.value
  return { ...step, value: { qr: qrModules(totpUri), secret: new URL(totpUri).searchParams.get('secret') ?? '', backupCodes } }
}

export type SecondFactorSetup = Extract<Awaited<ReturnType<typeof beginSecondFactor>>, { ok: true }>['value']

export type AccountChange =
  | { readonly intent: 'confirm'; readonly code: string }
  | { readonly intent: 'end'; readonly endPassword: string }
  | { readonly intent: 'password'; readonly currentPassword: string; readonly newPassword: string }

/** One change of the account's security. */
export function changeAccount({ request, context }: Asked, change: AccountChange): Promise<SessionStep<null>> {
  const { server } = context
  if (change.intent === 'confirm') return confirmSecondFactor(request, server, change)
  if (change.intent === 'end') return endSecondFactor(request, server, { password: change.endPassword })
  return changePassword(request, server, change)
}
