import { agencyPages } from './sample-pages/agency-pages.ts'
import { authPages } from './sample-pages/auth-pages.ts'
import { intermediaryPages } from './sample-pages/intermediary-pages.ts'
import { ownerPages } from './sample-pages/owner-pages.ts'
import { publicPages } from './sample-pages/public-pages.ts'
import { regulatorPages } from './sample-pages/regulator-pages.ts'
import type { SamplePage } from './sample-pages/sample-page.ts'

/** An address for every route that draws a page; every-page.test.ts refuses one without. */
export const samplePages: Readonly<Record<string, SamplePage>> = {
  ...publicPages,
  ...authPages,
  ...ownerPages,
  ...intermediaryPages,
  ...regulatorPages,
  ...agencyPages,
}
