/** Places that firms put before their name, and legal forms they end with: they tell little, and people leave them out. */
const placePrefix = /^(中国)?(河南省?|郑州市?)*/
const legalForm = /(集团)?(股份|有限|责任)*公司$/

/** A folded name without the place before it; the whole name when nothing would be left. */
export const withoutPlace = (folded: string): string => folded.replace(placePrefix, '') || folded

/** A folded name without place and legal form; the whole name when nothing would be left. */
export const nameCore = (folded: string): string => withoutPlace(folded).replace(legalForm, '') || folded
