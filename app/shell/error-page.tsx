import { isRouteErrorResponse, Link, useLocation } from '@remix-run/react'
import { usePage, useText } from '#app/page-context.tsx'
import { PublicPage } from './public-page.tsx'
import { withSiteName } from './title-meta.ts'

const known = [400, 401, 403, 404, 429] as const
type Kind = (typeof known)[number] | 500

const kindOf = (error: unknown): Kind => (isRouteErrorResponse(error) ? (known.find((status) => status === error.status) ?? 500) : 500)

/** What went wrong in the reader's words, the request id to quote, and where to go from here. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const t = useText('shell')
  const { requestId } = usePage()
  const { pathname, search } = useLocation()
  const kind = kindOf(error)
  return (
    <PublicPage>
      <div className="prose error-page">
        <h1>{t(`error.${kind}.title`)}</h1>
        <p>{t(`error.${kind}.text`)}</p>
        <p className="actions">
          {kind === 401 && (
            <Link className="btn btn-primary" to={`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`}>
              {t('account.signIn')}
            </Link>
          )}
          {kind === 500 && (
            <a className="btn btn-primary" href={pathname + search}>
              {t('error.again')}
            </a>
          )}
          <Link to="/intermediaries">{t('nav.intermediaries')}</Link>
          <Link to="/">{t('error.home')}</Link>
        </p>
        <p className="small mute">
          {t('error.requestId')} <span className="code">{requestId}</span>
        </p>
      </div>
    </PublicPage>
  )
}

/** The document's title while an error page shows; the pages' own titles come from their loaders. */
export function ErrorTitle({ error }: { readonly error: unknown }) {
  const t = useText('shell')
  return <title>{withSiteName(t(`error.${kindOf(error)}.title`))}</title>
}
