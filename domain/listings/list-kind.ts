/** The platform lists: 黑名单, 红名单, 失信名单. None is a "严重失信主体名单", which only a law or central policy can found. */
export const listKinds = ['BLACKLIST', 'RED_LIST', 'DISHONESTY'] as const
export type ListKind = (typeof listKinds)[number]

/** How grave a violation is; it sets the publicity window (rulebook R5). */
export const severities = ['MINOR', 'GENERAL', 'SERIOUS'] as const
export type Severity = (typeof severities)[number]

/** The categories of the violation catalogue. The first four are the grave kinds of rulebook R5. */
export const violationCategories = [
  'ILLEGAL_FEE',
  'FALSE_REPORT',
  'IMPROPER_GAIN',
  'MARKET_DISRUPTION',
  'CONTRACT_BREACH',
  'QUALIFICATION',
  'PLATFORM_CONDUCT',
] as const
export type ViolationCategory = (typeof violationCategories)[number]
