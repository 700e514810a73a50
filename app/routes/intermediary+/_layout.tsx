import { Outlet } from '@remix-run/react'
import { PublicPage } from '#app/shell/public-page.tsx'

export default function IntermediaryLayout() {
  return (
    <PublicPage>
      <Outlet />
    </PublicPage>
  )
}
