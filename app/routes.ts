import type { RouteConfig } from '@remix-run/route-config'
import { remixRoutesOptionAdapter } from '@remix-run/routes-option-adapter'
import { flatRoutes } from 'remix-flat-routes'

/** Pages by audience: a folder ending in `+` is a URL segment, one starting with `_` is none. */
export default remixRoutesOptionAdapter((defineRoutes) => {
  const pages = flatRoutes('routes', defineRoutes, { ignoredRouteFiles: ['**/.*', '**/*.test.*'] })
  if (import.meta.env.PROD) return pages
  // Every part to look at, in development only.
  return {
    ...pages,
    ...defineRoutes((route) => {
      route('/_ui', 'stories/story-page.tsx')
      route('/_ui/officer', 'stories/officer-story.tsx')
    }),
  }
}) satisfies RouteConfig
