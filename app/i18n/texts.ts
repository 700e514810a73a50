import type { texts as access } from './zh-CN/access.ts'
import type { texts as account } from './zh-CN/account.ts'
import type { texts as keys } from './zh-CN/keys.ts'
import type { texts as administration } from './zh-CN/administration.ts'
import type { texts as audit } from './zh-CN/audit.ts'
import type { texts as rehearsal } from './zh-CN/rehearsal.ts'
import type { texts as acceptance } from './zh-CN/acceptance.ts'
import type { texts as bulk } from './zh-CN/bulk.ts'
import type { texts as catalogue } from './zh-CN/catalogue.ts'
import type { texts as catalogueChanges } from './zh-CN/catalogueChanges.ts'
import type { texts as commitments } from './zh-CN/commitments.ts'
import type { texts as complaints } from './zh-CN/complaints.ts'
import type { texts as contracts } from './zh-CN/contracts.ts'
import type { texts as common } from './zh-CN/common.ts'
import type { texts as draw } from './zh-CN/draw.ts'
import type { texts as engagements } from './zh-CN/engagements.ts'
import type { texts as entry } from './zh-CN/entry.ts'
import type { texts as fees } from './zh-CN/fees.ts'
import type { texts as form } from './zh-CN/form.ts'
import type { texts as home } from './zh-CN/home.ts'
import type { texts as intake } from './zh-CN/intake.ts'
import type { texts as intermediaries } from './zh-CN/intermediaries.ts'
import type { texts as listings } from './zh-CN/listings.ts'
import type { texts as lists } from './zh-CN/lists.ts'
import type { texts as notifications } from './zh-CN/notifications.ts'
import type { texts as preselection } from './zh-CN/preselection.ts'
import type { texts as procedures } from './zh-CN/procedures.ts'
import type { texts as ranking } from './zh-CN/ranking.ts'
import type { texts as sealing } from './zh-CN/sealing.ts'
import type { texts as rating } from './zh-CN/rating.ts'
import type { texts as remedies } from './zh-CN/remedies.ts'
import type { texts as reviews } from './zh-CN/reviews.ts'
import type { texts as search } from './zh-CN/search.ts'
import type { texts as selection } from './zh-CN/selection.ts'
import type { texts as selectionRules } from './zh-CN/selectionRules.ts'
import type { texts as shell } from './zh-CN/shell.ts'
import type { texts as supervision } from './zh-CN/supervision.ts'
import type { texts as upkeep } from './zh-CN/upkeep.ts'
import type { texts as verification } from './zh-CN/verification.ts'
import type { texts as workload } from './zh-CN/workload.ts'

/**
 * The namespaces, one per feature: `zh-CN/<name>.ts` is the source and `en/<name>.ts` its translation.
 * A new namespace is these two files and one line here; nothing else lists them.
 */
export interface Texts {
  access: typeof access
  rehearsal: typeof rehearsal
  administration: typeof administration
  audit: typeof audit
  keys: typeof keys
  account: typeof account
  acceptance: typeof acceptance
  bulk: typeof bulk
  catalogue: typeof catalogue
  catalogueChanges: typeof catalogueChanges
  commitments: typeof commitments
  common: typeof common
  complaints: typeof complaints
  contracts: typeof contracts
  draw: typeof draw
  engagements: typeof engagements
  listings: typeof listings
  entry: typeof entry
  fees: typeof fees
  form: typeof form
  home: typeof home
  intake: typeof intake
  intermediaries: typeof intermediaries
  lists: typeof lists
  notifications: typeof notifications
  preselection: typeof preselection
  rating: typeof rating
  procedures: typeof procedures
  ranking: typeof ranking
  sealing: typeof sealing
  remedies: typeof remedies
  reviews: typeof reviews
  search: typeof search
  selection: typeof selection
  selectionRules: typeof selectionRules
  shell: typeof shell
  supervision: typeof supervision
  upkeep: typeof upkeep
  verification: typeof verification
  workload: typeof workload
}
export type Namespace = keyof Texts
