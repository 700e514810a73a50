import type { texts as source } from '../zh-CN/shell.ts'
import type { Translation } from '../translate.ts'

export const texts: Translation<typeof source> = {
  name: 'Xinxuan',
  skip: 'Skip to content',
  demo: 'Demo data: all institutions and persons are invented',
  demoLabel: 'About the data',
  nav: {
    label: 'Main',
    intermediaries: 'Find a firm',
    catalogue: 'Services',
    guides: 'Guides',
    redList: 'Red list',
    blacklist: 'Blacklist',
    verify: 'Verify',
  },
  search: { label: 'Search intermediaries', placeholder: 'Name or code', button: 'Search' },
  tools: {
    label: 'Display and account',
    elder: 'Elder mode',
    elderTitle: 'Elder mode: large type, high contrast, no pop-ups',
    themeTitle: 'Now: {now}',
    theme: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  },
  account: {
    entry: 'Enter an institution',
    signIn: 'Sign in',
    signOut: 'Sign out',
    security: 'Account and security',
    messages: 'Messages',
    savedSearches: 'Saved searches',
  },
  area: { owner: 'My matters', intermediary: 'My institution', agency: 'Window desk', regulator: 'Regulator desk' },
  agency: { queue: 'Queue', accept: 'Accept a case', checks: 'Credit checks', commitments: 'Promises due', apiKeys: 'API keys' },
  regulator: {
    dashboard: 'Overview',
    cases: 'Violation cases',
    report: 'Report a violation',
    entries: 'Entries',
    objections: 'Objections',
    calendar: 'Working days',
    accounts: 'Accounts',
    organisations: 'Organisations',
    apiKeys: 'API keys',
    audit: 'Audit trail',
  },
  footer: {
    label: 'About this site',
    publicity: 'Entries in publicity',
    ranking: 'How results are ordered',
    api: 'Open API',
    about:
      'Xinxuan is the public marketplace and credit system for government-approval intermediaries. The applicant chooses; no agency may designate or recommend.',
  },
  error: {
    400: {
      title: 'The form did not arrive whole',
      text: 'What was sent is incomplete; the connection may have been cut. Please go back and send it again.',
    },
    401: { title: 'Please sign in', text: 'This page is for signed-in users.' },
    403: {
      title: 'You may not see this',
      text: 'Your account lacks this permission, or the form did not come from a page of this site. If your duty needs it, ask your organisation’s administrator.',
    },
    404: { title: 'There is no such page', text: 'The address may be wrong, or the content is no longer published by law.' },
    429: { title: 'Too many requests', text: 'Please wait a minute and try again.' },
    500: {
      title: 'Something went wrong',
      text: 'Your action may not have been completed. Try again; if it still fails, tell us the number below.',
    },
    again: 'Try again',
    home: 'Back to the home page',
    requestId: 'Request number',
  },
}
