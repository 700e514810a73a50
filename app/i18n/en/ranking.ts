import type { texts as source } from '../zh-CN/ranking.ts'
import type { Translation } from '../translate.ts'

export const texts: Translation<typeof source> = {
  title: 'How results are ordered',
  lead: 'No institution can pay, be pinned or be recommended. The order follows only the criteria below, the same for all.',
  criteria: {
    title: 'What counts',
    relevance: 'With search words, the best match comes first: credit code, name, service, pinyin initials.',
    chosen: 'You may order by credit grade, fee or promised days instead; the order in use is named above the list.',
    tie: 'Institutions that are equal stand in the random order of the day; those that can’t be chosen that day (blacklisted, suspended, qualification expired) come last, unless name or code match exactly.',
  },
  seed: {
    title: 'The random order among equals',
    text: 'Each day has a seed, shown above the list and changed at midnight, China time. On one day everybody sees the same order; on the next it is shuffled anew, so nobody stays on top. This is this platform’s own default, not a rule of law.',
  },
  never: {
    title: 'What doesn’t count',
    pay: 'Payment, advertising, or ties with any agency.',
    visits: 'Clicks and page views.',
    list: 'The red list is a mark, not a better place. Blacklisted institutions are shown as usual, with the note that they can’t be chosen.',
  },
  basis: {
    title: 'Legal basis',
    text: 'The choice is the applicant’s. Approving agencies and their staff may not designate an intermediary, openly or in disguise (Henan Regulation on Optimising the Business Environment, article 24).',
  },
}
