import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '#app/root.tsx'

/** What the root loader knows; undefined on an error page whose root loader failed. */
export const useRootData = () => useRouteLoaderData<typeof loader>('root')
