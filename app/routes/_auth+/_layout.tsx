import { Outlet } from '@remix-run/react'
import { PublicPage } from '#app/shell/public-page.tsx'

export default function AuthLayout() {
  return (
    <PublicPage>
      <Outlet />
    </PublicPage>
  )
}
