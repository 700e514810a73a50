import type { ReactNode } from 'react'

export interface StoryOf {
  readonly name: string
  readonly show: ReactNode
}

export function Story({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="mb-10" aria-label={name}>
      <h2 className="mb-3 border-b border-line">{name}</h2>
      {children}
    </section>
  )
}
