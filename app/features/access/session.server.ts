import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { signIn, signOut } from '#graphql/server/session.ts'
import type { SessionStep } from '#graphql/server/session.ts'

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'>

/** Checks e-mail and password of a sign-in form. */
export const trySignIn = ({ request, context }: Asked, credentials: { readonly email: string; readonly password: string }) =>
  signIn(request, context.server, credentials)

/** Ends the session. */
export const endSession = ({ request, context }: Asked) => signOut(request, context.server)

/** Goes on to another page with the cookies that a step of the session set. */
export function redirectWith(to: string, { cookies }: Pick<SessionStep<unknown>, 'cookies'>): Response {
  const headers = new Headers(cookies.map((cookie) => ['Set-Cookie', cookie] as [string, string]))
  return redirect(to, { headers })
}
