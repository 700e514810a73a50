import type { SamplePage } from './sample-page.ts'

export const authPages: Readonly<Record<string, SamplePage>> = {
  '_auth+/sign-in.tsx': { path: '/sign-in' },
  '_auth+/sign-up.tsx': { path: '/sign-up' },
  '_auth+/second-factor.tsx': { path: '/second-factor' },
  '_auth+/account.tsx': { as: 'admin', path: '/account' },
  '_auth+/messages.tsx': { as: 'intermediary', path: '/messages' },
  '_auth+/saved-searches.tsx': { as: 'applicant', path: '/saved-searches?save=item%3DZJ-EIA-001%26sort%3DFEE' },
}
