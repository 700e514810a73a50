import { randomUUID } from 'node:crypto'
import { entryRuleSets } from '#domain/intermediaries/entry-rule-set.ts'
import { identityCheckChar } from '#domain/kernel/identity-number.ts'
import { openAccount } from '#services/access/open-account.ts'
import { viewerOfUser } from '#services/access/viewer-of-session.ts'
import { checkEntry } from '#services/intermediaries/check-entry.ts'
import type { SaveEntryDraftInput } from '#services/intermediaries/entry-draft-input.ts'
import { saveEntryDraft } from '#services/intermediaries/save-entry-draft.ts'
import { startEntry } from '#services/intermediaries/start-entry.ts'
import { submitEntry } from '#services/intermediaries/submit-entry.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf, freshUscc } from './people.ts'

export type EntryParts = Omit<SaveEntryDraftInput, 'clientMutationId' | 'number' | 'version'>

let people = 0
/** A number that nobody in these tests had before. */
export function freshIdentityNumber(): string {
  // Division 410199 does not exist: such a number belongs to nobody.
  const first17 = `410199${1950 + (people % 50)}0101${String(Math.floor(people++ / 50)).padStart(3, '0')}`
  return first17 + identityCheckChar(first17)
}

/** The same person or body at another instant. */
export const at = (context: UseCaseContext, instant: string): UseCaseContext => ({ ...context, clock: fixedClock(new Date(instant)) })

/** Somebody who has just opened an account. */
export async function newcomer(platform: Platform, instant: string): Promise<UseCaseContext & { readonly email: string }> {
  const email = `${randomUUID()}@example.test`
  const input = { name: '钱多多', email, password: 'correct horse battery', areTermsAccepted: true, clientMutationId: randomUUID() }
  await openAccount({ ...contextOf(platform, instant, { roles: [] }), requestId: 'test' }, input)
  const { id } = await platform.prisma.user.findUniqueOrThrow({ where: { email } })
  return { ...at(contextOf(platform, instant), instant), viewer: await viewerOfUser(platform.prisma, id), email }
}

/** All seven steps as a careful applicant types them, for an item that needs no certificate. */
export function filledEntry(changes: EntryParts = {}): EntryParts {
  return {
    identity: {
      name: '虚构绿野环境咨询有限公司',
      uscc: freshUscc(),
      legalForm: '有限责任公司',
      divisionCode: '410105',
      address: '郑州市金水区花园路1号',
      phone: '0371-55550000',
    },
    legalRepresentative: { name: '钱多多', identityNumber: freshIdentityNumber() },
    qualifications: [],
    practitioners: [{ name: '孙小红', title: '工程师', identityNumber: freshIdentityNumber() }],
    affiliations: { isNoneDeclared: true },
    offerings: [
      { serviceItemCode: 'ZJ-EIA-001', divisionCodes: ['410100'], fee: { kind: 'FIXED', amount: '12,000' }, promisedWorkingDays: '10' },
    ],
    commitments: {
      accepted: entryRuleSets[0]?.parameters.statements.value.map(({ code }) => code) ?? [],
      signerName: '钱多多',
    },
    ...changes,
  }
}

/** The number and version of an application, as a page would have read them. */
export async function seen({ prisma }: Platform, number: string): Promise<{ clientMutationId: string; number: string; version: number }> {
  const { version } = await prisma.entryApplication.findUniqueOrThrow({ where: { number } })
  return { clientMutationId: randomUUID(), number, version }
}

/** A draft of that person with these steps saved. */
export async function draftEntry(person: UseCaseContext, parts: EntryParts): Promise<string> {
  const number = await startEntry(person, { clientMutationId: randomUUID() })
  await saveEntryDraft(person, { ...(await seen(person, number)), ...parts })
  return number
}

/** An application waiting for its form check. */
export async function submittedEntry(person: UseCaseContext, changes: EntryParts = {}): Promise<string> {
  const number = await draftEntry(person, filledEntry(changes))
  await submitEntry(person, await seen(person, number))
  return number
}

/** An application that passed its form check. */
export async function publishedEntry(person: UseCaseContext, officer: UseCaseContext, changes: EntryParts = {}): Promise<string> {
  const number = await submittedEntry(person, changes)
  await checkEntry(officer, { ...(await seen(person, number)), outcome: 'PASS' })
  return number
}

/** Somebody from the street, at an address where one is given. */
export const anyone = (platform: Platform, instant: string, clientAddress?: string): UseCaseContext => ({
  ...at(contextOf(platform, instant, { roles: [] }), instant),
  viewer: { kind: 'ANONYMOUS', userId: null, name: null, organisationId: null, subjectId: null, roles: [] },
  ...(clientAddress && { clientAddress }),
})

/** What somebody has against an entry. */
export const objection = (number: string) => ({
  clientMutationId: randomUUID(),
  number,
  objectorName: '李四',
  contact: '13800000000',
  text: '该机构法定代表人挂靠资质，人员不在岗。',
})
