/** Of settings and documents together, in the name of the index: a program of another format doesn't find it, and builds its own. */
const formatVersion = 1

/** What every index of this program's begins with. */
export const indexPrefix = 'xinxuan-intermediaries-'

/** The live index. Until it is there, whole, PostgreSQL answers. */
export const defaultIndexUid = `${indexPrefix}${formatVersion}`

/** The index that a rebuild fills. */
export const nextUidOf = (uid: string): string => `${uid}-next`

/**
 * How the index is set up. Everything is found by filters over keys: Meilisearch has neither infix search nor tolerance for a wrong
 * character in Chinese, and both adapters are to find the same. Who changes settings or documents raises
 * `formatVersion`.
 */
export const indexSettings = {
  // No text is ever searched by the engine's own words, so none is taken apart, in whatever language.
  searchableAttributes: [],
  filterableAttributes: [
    {
      attributePatterns: ['id', 'grams', 'initials', 'grade', 'items', 'divisions', 'wide', 'uscc'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['fee', 'days', 'from*', 'until*', 'listedFrom*', 'listedUntil*', 'at.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: [],
  rankingRules: ['words'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  faceting: { maxValuesPerFacet: 1_000 },
  // Counts must not stop at the default of 1,000.
  pagination: { maxTotalHits: 100_000_000 },
}
