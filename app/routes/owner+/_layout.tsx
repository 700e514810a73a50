import { Outlet } from '@remix-run/react'
import { PublicPage } from '#app/shell/public-page.tsx'

export default function OwnerLayout() {
  return (
    <PublicPage>
      <Outlet />
    </PublicPage>
  )
}
