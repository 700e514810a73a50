import type { texts as source } from '../zh-CN/ranking.ts'
import type { Translation } from '../translate.ts'

export const texts: Translation<typeof source> = {
  title: 'How results are ordered',
  lead: 'No institution can pay, be pinned or be recommended. The order follows only the criteria below, the same for all.',
  criteria: {
    title: 'What counts',
    relevance:
      'With search words, how well they match: the same name or credit code first, then names that begin with the words, names that contain them, those who offer the service meant, and then all others that match. Where no name matches exactly, how alike it is spelt.',
    chosen:
      'You may order by fee, promised days or credit grade instead; the order in use is named above the list. Fees are reckoned at the service’s size for comparison, the same for all.',
    tie: 'Institutions that are equal stand in the random order of the day; those that can’t be chosen that day (blacklisted, suspended, qualification expired) come last, unless name or code match exactly.',
  },
  reading: {
    title: 'How search words are read',
    lead: 'These readings are tried in turn; the first that finds anything is used, and the list says which one. Filters don’t change the reading.',
    code: 'The beginning of a credit code, or a service’s number in the catalogue.',
    words:
      'Parts of the name, a service, a place. Several words in any order must all match. Full and half width, capitals, traditional and simplified characters count as the same; everyday words for a service, such as its usual short form, mean the service in the catalogue.',
    initials: 'Pinyin initials, such as “zyhj”.',
    parts: 'Words written as one are cut at everyday words: a part of a name with “EIA” behind it is read as two words.',
    similar:
      'Alike in spelling: at least half of the pairs of neighbouring characters are in the name, which leaves room for one wrong character.',
  },
  elsewhere: {
    title: 'Suggestions and comparisons',
    suggestions:
      'Suggestions while typing show services and places first, then institutions; those that match alike stand in the random order of the day, eight at most. What you or others searched for before is not used.',
    comparison:
      'Side by side, institutions stand from left to right in the random order of the day: not by your order of picking, fee or grade.',
    estimate:
      'Where very many are found, the total and the counts may be estimates (marked “about”). Which institutions are listed, and in which order, is always exact.',
  },
  seed: {
    title: 'The random order among equals',
    text: 'Each day has a seed, shown above the list and changed at midnight, China time. On one day everybody sees the same order; on the next it is shuffled anew, so nobody stays on top. This is this platform’s own default, not a rule of law.',
  },
  never: {
    title: 'What doesn’t count',
    pay: 'Payment, advertising, or ties with any agency.',
    visits: 'Clicks, page views and comparisons, and who searched for or saved what.',
    list: 'The red list is a mark, not a better place. Blacklisted institutions are shown as usual, with the note that they can’t be chosen.',
  },
  basis: {
    title: 'Legal basis',
    text: 'The choice is the applicant’s. Approving agencies and their staff may not designate an intermediary, openly or in disguise (Henan Regulation on Optimising the Business Environment, article 24).',
  },
}
