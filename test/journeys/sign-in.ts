import { demoAccountPlans, demoEmailOf, demoPassword, supportingAccountPlans } from '#prisma/seed/demo/accounts.ts'

/** Signs a demo account in through the page's own form and returns its session cookie, for calls without a browser. */
export async function sessionOf(url: string, key: string): Promise<string> {
  const index = [...demoAccountPlans, ...supportingAccountPlans].findIndex((plan) => plan.key === key)
  if (index < 0) throw new Error(`no demo account ${key}`)
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: url,
      // Each person at an address of their own, for a program that trusts its proxy: sign-ins from one address are limited.
      'X-Forwarded-For': `192.0.2.${index + 1}`,
    },
    body: new URLSearchParams({ email: demoEmailOf(key), password: demoPassword }),
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (answer.status !== 302) throw new Error(`sign-in of ${key} answered ${answer.status}`)
  return cookies.join('; ')
}

/** One GraphQL operation over HTTP under that session; throws on a bug, returns refusals as data. */
export async function ask<T>(url: string, cookie: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: url },
    body: JSON.stringify({ query, variables }),
  })
  const answer = (await response.json()) as { data?: T; errors?: readonly { readonly message: string }[] }
  if (!answer.data || answer.errors) throw new Error(`${response.status}: ${JSON.stringify(answer.errors)}`)
  return answer.data
}
