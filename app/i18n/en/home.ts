import type { texts as source } from '../zh-CN/home.ts'
import type { Translation } from '../translate.ts'

export const texts: Translation<typeof source> = {
  title: 'Choose and check intermediaries for government approvals',
  lead: 'Find a qualified intermediary and choose it yourself; see each one’s credit with the reasons; and have your case accepted on a written promise when a minor document is missing.',
  search: {
    label: 'Name, service, pinyin initials or credit code',
    button: 'Find a firm',
    hint: 'For example a service, “zyhj” (pinyin initials), or the first characters of a credit code.',
  },
  ways: 'What do you want to do?',
  find: {
    title: 'Find and choose',
    text: 'Filter by service, district, fee and promised days. The order follows published criteria only: nobody can pay for it and nobody is designated.',
    search: 'Find an intermediary',
    catalogue: 'Service catalogue',
    ranking: 'How results are ordered',
  },
  credit: {
    title: 'Check credit',
    text: 'Every grade and every bar shows its facts, its legal basis and the day it ends. The lists are published after notice, defence and decision.',
    redList: 'Red list',
    blacklist: 'Blacklist',
    dishonesty: 'Dishonesty list (broken promises)',
    verify: 'Verify a check receipt',
  },
  handle: {
    title: 'Handle a case',
    text: 'If the essential documents are complete and only others are missing, you may promise in writing to supply them and the window accepts first. The guides say which.',
    guides: 'Approval guides',
    promises: 'Promises in publicity (tolerant handling)',
    owner: 'My matters',
  },
  rules: {
    title: 'Three rules',
    choice: '<b>Your choice.</b> The applicant chooses; agencies and their staff may neither designate nor recommend.',
    list: '<b>Nothing off the list.</b> A service that is not in the catalogue can’t be a condition of acceptance.',
    reasons: '<b>Always a reason.</b> Every grade, bar and refusal opens to its basis, and you can object or appeal.',
  },
}
