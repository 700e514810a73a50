import type { texts as source } from '../zh-CN/choice.ts'
import type { Translation } from '../translate.ts'

export const texts: Translation<typeof source> = {
  ITEM_CANCELLED: 'This item was cancelled ({cancelledBy}); nobody may demand, offer or choose it.',
  NOT_OFFERED: 'The institution does not offer this item, or not in this division.',
  INTERMEDIARY_NOT_LISTED: 'The institution has left this platform.',
  INTERMEDIARY_BLACKLISTED: 'The institution is on the blacklist and may not provide services until {until}. Basis: {clause}',
  INTERMEDIARY_BLACKLISTED_OPEN: 'The institution is on the blacklist and may not provide services. Basis: {clause}',
  INTERMEDIARY_SUSPENDED: 'The institution is suspended until {until}. Basis: {clause}',
  QUALIFICATION_MISSING: 'The institution has not registered the qualification this item needs.',
  QUALIFICATION_EXPIRED: 'Its qualification for this item ended on {validUntilOn}.',
  AFFILIATED_WITH_AGENCY: 'The institution belongs to or is supervised by the approving agency ({agency}) and may not serve its approvals.',
  FEE_INVALID: 'The registered fee is not valid.',
  FEE_OVER_CEILING: 'The registered fee is above the government’s price or ceiling.',
  OTHER: 'The institution can’t be chosen for this item at present.',
}
