import type { ServerBuild } from '@remix-run/node'
import { assertSameOrigin } from '#app/same-origin.server.ts'

/**
 * The build with every action behind the question whether one of our own pages sent the form. Asked here for all of them, so that no route can
 * forget it; inside Remix, so that the refusal is a page: the route's own, with status 403.
 */
export function ownFormsOnly(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action
    if (!route || !action) return [id, route] as const
    const guarded: typeof action = (args) => {
      assertSameOrigin(args.request)
      return action(args)
    }
    return [id, { ...route, module: { ...route.module, action: guarded } }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) }
}
