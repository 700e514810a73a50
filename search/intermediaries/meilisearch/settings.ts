/** The live index. A rebuild makes `${indexUid}-next` and swaps the two. */
export const defaultIndexUid = 'xinxuan-intermediaries'

/**
 * How the index is set up. Everything is found by filters over keys: Meilisearch has neither infix search nor tolerance for a wrong
 * character in Chinese, and both adapters are to find the same. New settings or documents: raise `formatVersion`.
 */
export const indexSettings = {
  searchableAttributes: ['nameKey'],
  filterableAttributes: [
    {
      attributePatterns: ['id', 'grams', 'initials', 'grade', 'items', 'divisions', 'wide', 'uscc'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['version', 'fee', 'days', 'from*', 'until*', 'listedFrom*', 'listedUntil*', 'at.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: [],
  rankingRules: ['words'],
  localizedAttributes: [{ attributePatterns: ['nameKey'], locales: ['cmn'] }],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  faceting: { maxValuesPerFacet: 1_000 },
  // Counts must not stop at the default of 1,000.
  pagination: { maxTotalHits: 100_000_000 },
}

/** Of settings and documents together: an unfinished rebuild in another format is thrown away, not gone on with. */
export const formatVersion = 1
