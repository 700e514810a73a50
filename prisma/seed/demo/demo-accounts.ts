import { inventFirm, inventPerson } from '../invented/applicant.ts'
import { inventName } from '../invented/intermediary.ts'
import { demoAccountPlans, demoEmailOf, demoPassword } from './accounts.ts'
import type { ActsFor, DemoAccount } from './accounts.ts'
import { demoBodies } from './bodies.ts'

/** Everyone who can sign in to the demonstration, in the order in which the main job meets them. */
export const demoAccounts: readonly DemoAccount[] = demoAccountPlans.map(({ key, role, name, actsFor, tryZh, tryEn }) => ({
  role,
  name: name || organisationOf(actsFor),
  email: demoEmailOf(key),
  password: demoPassword,
  organisation: 'person' in actsFor ? '' : organisationOf(actsFor),
  tryZh,
  tryEn,
}))

function organisationOf(actsFor: ActsFor): string {
  if ('nobody' in actsFor) return ''
  if ('firm' in actsFor) return inventFirm(actsFor.firm).nameZh
  if ('person' in actsFor) return inventPerson(actsFor.person).name
  if ('intermediary' in actsFor) return inventName('INTERMEDIARY', actsFor.intermediary)
  return demoBodies.find((body) => body.key === actsFor.body)?.nameZh ?? ''
}
