import { Outlet } from '@remix-run/react'
import { PublicPage } from '#app/shell/public-page.tsx'

export default function PublicLayout() {
  return (
    <PublicPage>
      <Outlet />
    </PublicPage>
  )
}
