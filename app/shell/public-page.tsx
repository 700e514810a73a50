import type { ReactNode } from 'react'
import { Banners } from './banners.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

/** The frame of every page but the officers': 1120 px wide. */
export function PublicPage({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Banners />
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page wrap">
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
