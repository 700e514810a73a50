interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** The arguments of a Relay connection that an address asks for: `?after=…` or `?before=…`. */
export function pageArguments(search: URLSearchParams, size: number) {
  const before = search.get('before')
  return before ? { last: size, before } : { first: size, after: search.get('after') }
}

/** The addresses of the neighbouring pages, for <Pagination>; all other parameters stay. */
export function pageLinks(search: string, { hasNextPage, hasPreviousPage, startCursor, endCursor }: PageInfo) {
  const to = (name: 'after' | 'before', cursor: string | null) => {
    const next = new URLSearchParams(search)
    next.delete('after')
    next.delete('before')
    next.set(name, cursor ?? '')
    return `?${next}`
  }
  return {
    previous: hasPreviousPage ? to('before', startCursor) : undefined,
    next: hasNextPage ? to('after', endCursor) : undefined,
  }
}
