import type { Translation } from '../translate.ts'
import type { texts as source } from '../zh-CN/access.ts'

export const texts: Translation<typeof source> = {
  signIn: {
    title: 'Sign in',
    lead: 'For applicants, intermediaries and officials. Searching, the lists and the guides need no account.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    demoTitle: 'Demo accounts',
    demoLead: 'All of these are invented; the password of each is {password}.',
    demoRole: 'Role',
    demoName: 'Name',
    demoTry: 'What to try',
  },
  refusal: {
    INVALID_CREDENTIALS:
      'E-mail or password is wrong. Please check both; if you forgot the password, ask your organisation’s administrator.',
    TOO_MANY_ATTEMPTS: 'Too many attempts. Please try again in {retryAfterSeconds} seconds.',
    ACCOUNT_DISABLED: 'This account is closed. Ask your administrator.',
    ONE_TIME_PASSWORD_EXPIRED: 'The one-time password has expired: ask your administrator for another one.',
    ACCOUNT_LOCKED: 'The account is locked for a while. Please try again later.',
  },
  role: {
    NEWCOMER: 'New user',
    APPLICANT: 'Applicant',
    INTERMEDIARY: 'Intermediary',
    WINDOW_OFFICER: 'Window officer',
    AGENCY_MANAGER: 'Agency manager',
    INVESTIGATOR: 'Investigator',
    DECIDER: 'Decider',
    APPEAL_REVIEWER: 'Appeal reviewer',
    REFORM_OFFICE: 'Reform office',
    AUDITOR: 'Auditor',
    ADMINISTRATOR: 'Administrator',
  },
}
