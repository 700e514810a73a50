import type { IndustryParameters } from '#domain/credit/industry-standard.ts'

/** An authority's parameters: the API hands out what its own schema let in. */
export function industryOf({ industry }: { readonly industry: unknown }): IndustryParameters {
  return industry as IndustryParameters
}
