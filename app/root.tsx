import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { usePage } from './page-context.tsx'
import { ErrorPage, ErrorTitle } from './shell/error-page.tsx'
import { railOf } from './shell/rail.server.ts'
import theme from './theme.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: theme },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** What every page shows around itself. */
export function loader({ context }: LoaderFunctionArgs) {
  const { kind, name, roles } = context.viewer
  return {
    isDemo: context.isDemo,
    isSandbox: context.isSandbox,
    /** What the rehearsal's clock says; null outside sandbox mode. */
    sandboxNow: context.isSandbox ? context.server.platform.clock.now().toISOString() : null,
    viewer: kind === 'USER' ? { name: name ?? '', roles, rail: railOf(context.viewer) } : null,
  }
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const { language, isElder, theme: colours, nonce, requestId } = usePage()
  const error = useRouteError()
  return (
    <html lang={language} data-elder={isElder} data-theme={colours} data-request={requestId}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {error == null ? <Meta /> : <ErrorTitle error={error} />}
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <UsedTexts />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** The texts that the components before it have used: it must be rendered after them, hence a component of its own. */
function UsedTexts() {
  const { nonce, usedTexts } = usePage()
  return (
    <script id="texts" type="application/json" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: usedTexts() }} />
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
