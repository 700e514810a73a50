import { createOrganisation } from '#services/access/create-organisation.ts'
import { createUser } from '#services/access/create-user.ts'
import { openAccount } from '#services/access/open-account.ts'
import { registerPersonApplicant } from '#services/access/register-person-applicant.ts'
import { registerIntermediary } from '#services/intermediaries/register-intermediary.ts'
import { inventFirm, inventPerson } from '../invented/applicant.ts'
import { retainedItems } from '../invented/catalogue.ts'
import { inventIntermediary, registerBeganOn } from '../invented/intermediary.ts'
import { demoAccountPlans, demoEmailOf, demoPassword, supportingAccountPlans } from './accounts.ts'
import type { ActsFor } from './accounts.ts'
import { demoBodies } from './bodies.ts'
import type { DemoBody } from './bodies.ts'
import { demoToday, instant } from './stage.ts'
import type { Stage } from './stage.ts'

export const demoCounts = { intermediaries: 300, firms: 25, persons: 15 } as const

/** Ids of what was entered, by the number or key under which it was invented. */
interface Entered {
  readonly bodies: ReadonlyMap<string, string>
  readonly firms: readonly string[]
  readonly persons: readonly string[]
}

/** Enters bodies, applicants, intermediaries and accounts. Run again after a kill, it goes on where it stood. */
export async function enterRegister(stage: Stage, say: (line: string) => void): Promise<void> {
  const bodies = await enterBodies(stage)
  const firms = await inTurn(demoCounts.firms, (index) => enterFirm(stage, index))
  const persons = await inTurn(demoCounts.persons, (index) => enterPerson(stage, index))
  await enterIntermediaries(stage, say)
  await enterAccounts(stage, { bodies, firms, persons })
}

async function inTurn<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let index = 0; index < count; index += 1) results.push(await work(index))
  return results
}

/** A few at a time: no entry depends on another. */
async function atOnce(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all([lane(), lane(), lane()])
}

async function enterBodies(stage: Stage): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, superior, ...body } of demoBodies as readonly DemoBody[]) {
    const superiorId = superior === undefined ? null : (ids.get(superior) ?? null)
    const input = { divisionCode: '410100', ...body, superiorId, clientMutationId: `demo body ${key}` }
    ids.set(key, await createOrganisation(stage.system(instant(registerBeganOn, 8)), input))
  }
  return ids
}

const enterFirm = (stage: Stage, index: number) =>
  createOrganisation(stage.system(instant(registerBeganOn, 8, 30)), {
    ...inventFirm(index),
    clientMutationId: `demo firm ${index}`,
    kind: 'ENTERPRISE',
    isFictitious: true,
  })

const enterPerson = (stage: Stage, index: number) =>
  registerPersonApplicant(stage.system(instant(registerBeganOn, 8, 30)), {
    ...inventPerson(index),
    clientMutationId: `demo person ${index}`,
    isFictitious: true,
  })

async function enterIntermediaries(stage: Stage, say: (line: string) => void): Promise<void> {
  const options = { block: 'INTERMEDIARY', items: await retainedItems(stage.platform), mostPractitioners: 6, today: demoToday } as const
  let entered = 0
  await atOnce(demoCounts.intermediaries, async (index) => {
    const invented = inventIntermediary(index, options)
    const at = instant(invented.listedOn < registerBeganOn ? registerBeganOn : invented.listedOn)
    await registerIntermediary(stage.system(at), { ...invented, clientMutationId: `demo intermediary ${index}`, isFictitious: true })
    entered += 1
    if (entered % 50 === 0) say(`demo data: ${entered} of ${demoCounts.intermediaries} intermediaries`)
  })
}

async function enterAccounts(stage: Stage, entered: Entered): Promise<void> {
  for (const { key, role, name, actsFor } of [...demoAccountPlans, ...supportingAccountPlans]) {
    const at = instant(registerBeganOn, 10)
    const email = demoEmailOf(key)
    const clientMutationId = `demo account ${key}`
    if (role === 'NEWCOMER') {
      await openAccount(stage.anyone(at), { clientMutationId, name, email, password: demoPassword, areTermsAccepted: true })
      continue
    }
    const organisationId = await organisationIdOf(stage, entered, actsFor)
    await createUser(stage.system(at), {
      ...{ clientMutationId, email },
      name: name || inventPerson('person' in actsFor ? actsFor.person : 0).name,
      password: demoPassword,
      membership: organisationId === null ? null : { organisationId, roles: [role] },
      subjectId: 'person' in actsFor ? (entered.persons[actsFor.person] ?? null) : null,
    })
  }
}

async function organisationIdOf({ platform }: Stage, entered: Entered, actsFor: ActsFor): Promise<string | null> {
  if ('body' in actsFor) return entered.bodies.get(actsFor.body) ?? null
  if ('firm' in actsFor) return entered.firms[actsFor.firm] ?? null
  if ('person' in actsFor || 'nobody' in actsFor) return null
  const { uscc } = inventIntermediary(actsFor.intermediary, {
    block: 'INTERMEDIARY',
    items: new Map(),
    mostPractitioners: 6,
    today: demoToday,
  })
  const found = await platform.prisma.organisation.findFirstOrThrow({ where: { subject: { uscc } }, select: { id: true } })
  return found.id
}
