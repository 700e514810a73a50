import type { ReactNode } from 'react'

/** Names and values of one thing. */
export function DescriptionList({ items }: { readonly items: readonly { readonly term: ReactNode; readonly value: ReactNode }[] }) {
  return (
    <dl className="description-list">
      {items.map(({ term, value }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
