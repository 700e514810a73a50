import type { Translation } from '../../translate.ts'
import type { remedyPaper as source } from '../../zh-CN/listings/remedy-paper.ts'

export const remedyPaper: Translation<typeof source> = {
  to: '{name} ({code}):',
  sign: 'Reviewing body, Xinxuan platform',
  signOffice: 'Regulator, Xinxuan platform',
  rules: 'Version of the rules: {version}',
  appeal: 'Decision on the appeal',
  appealIntro:
    'On {filedOn} you appealed (appeal {number}) against decision {decision} in case {case}. We are no part of the chain of the body that decided. Having looked at the matter afresh, we decide:',
  appealOutcome: {
    ANNULLED:
      'The decision is annulled. Its entry, effects and points are as if they had never been; the platform tells everyone who received the entry.',
    VARIED: 'The decision is varied: the entry is public until {untilOn} only.',
    VARIED_FALLEN: 'The decision is varied: the entry is annulled, the finding stays.',
    UPHELD: 'The decision is upheld.',
    NOT_ADMITTED: 'The appeal is not admitted.',
  },
  appealGrounds: '1. Grounds of the appeal',
  reasons: '2. Reasons',
  basis: '3. Basis',
  rights: '4. Your rights',
  appealRights:
    'You may apply for administrative reconsideration or bring an action as the law provides. While the entry is public you may apply for its repair once the conditions are met.',
  repair: 'Decision on credit repair',
  repairIntro: 'On {filedOn} you applied for the repair of entry {entry} (application {number}). We decide:',
  repairOutcome: {
    GRANTED:
      'Granted. From {on} on the entry is neither published nor shared, and its effects end; the platform tells everyone who received it.',
    REFUSED: 'Refused.',
  },
  repairSaid: '1. What the applicant said',
  commitment: 'Credit commitment (public): {text}',
  repairRights:
    'After a refusal you may apply again once the wrong is corrected; the entry ends by itself with its publicity. You may apply for administrative reconsideration or bring an action as the law provides.',
  delisting: 'Delisting',
  delistingIntro: 'Entry {number} ({list}, listed on {from}) is taken off its list:',
  delistingKind: {
    ANNULLED: 'What it rested on was annulled; the entry is as if it had never been.',
    REPAIRED: 'A repair was granted; publicity, sharing and effects end together.',
    REMOVED: 'The conditions of the red list are no longer met.',
  },
  delistedOn: 'Taken off on {on}',
  delistingEffect: '2. Effect',
  delistingEffectText:
    'From that day on the entry is used in no search, check or choice. The platform tells everyone who received it; they bring their own records up to date.',
  delistingReason: '1. Reason',
  scan: 'Scan to check',
}
