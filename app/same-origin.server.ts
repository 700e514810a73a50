/**
 * Refuses a form that another site sent (cross-site request forgery). The session cookie is SameSite=Lax;
 * this is the second lock. Browsers send Origin with every POST; Sec-Fetch-Site covers those that hide it.
 * @throws a 403 Response
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get('Sec-Fetch-Site')
  const origin = request.headers.get('Origin')
  const host = request.headers.get('X-Forwarded-Host') ?? request.headers.get('Host') ?? new URL(request.url).host
  const isOwnOrigin = origin !== null && origin !== 'null' && URL.canParse(origin) && new URL(origin).host === host
  if (isOwnOrigin || (site === 'same-origin' && (origin === null || origin === 'null'))) return
  throw new Response(null, { status: 403, statusText: 'Forbidden' })
}

/** A path of this site to go back to, or '/': never another site's address. */
export function ownPath(value: FormDataEntryValue | null): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/'
  const base = 'http://own.invalid'
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  return url?.origin === base && !value.startsWith('//') && !value.includes('\\') ? `${url.pathname}${url.search}` : '/'
}
