/** Placeholder until the search feature lands. */
export interface SearchPort {
  readonly name: string
}
