import type { ReactNode } from 'react'
import { useId } from 'react'

/** A titled block of a page. */
export function Sheet({ title, id, children }: { readonly title: ReactNode; readonly id?: string; readonly children: ReactNode }) {
  const headingId = useId()
  return (
    <section className="sheet" id={id} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {children}
    </section>
  )
}
