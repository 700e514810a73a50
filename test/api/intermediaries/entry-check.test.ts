import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemContext } from '#jobs/worker.ts'
import { checkCredit } from '#services/checks/check-credit.ts'
import { checkEntry } from '#services/intermediaries/check-entry.ts'
import { decideEntryObjection } from '#services/intermediaries/decide-entry-objection.ts'
import { listDueEntries } from '#services/intermediaries/list-due-entries.ts'
import { objectToEntry } from '#services/intermediaries/object-to-entry.ts'
import { saveEntryDraft } from '#services/intermediaries/save-entry-draft.ts'
import { submitEntry } from '#services/intermediaries/submit-entry.ts'
import { withdrawEntry } from '#services/intermediaries/withdraw-entry.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import {
  anyone,
  at,
  draftEntry,
  filledEntry,
  freshIdentityNumber,
  newcomer,
  objection,
  publishedEntry,
  seen,
  submittedEntry,
} from '../../factories/entering.ts'
import { contextOf, freshUscc } from '../../factories/people.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

// Wednesday 2026-09-23; Friday the 25th to Sunday the 27th is the Mid-Autumn holiday, and Thursday 1 October to the 7th National Day.
const wednesday = '2026-09-23T02:00:00Z'
let test: TestPlatform
let person: UseCaseContext
let officer: UseCaseContext
beforeAll(async () => {
  test = await openTestPlatform()
  officer = contextOf(test.platform, wednesday, { roles: ['REFORM_OFFICE'] })
})
beforeEach(async () => {
  person = await newcomer(test.platform, wednesday)
})
afterAll(() => test.close())

const row = (number: string) =>
  test.platform.prisma.entryApplication.findUniqueOrThrow({ where: { number }, include: { objections: true } })
const day = (date: Date | null) => date?.toISOString().slice(0, 10)
const sweep = (instant: string) => listDueEntries(at(systemContext(test.platform, 'test'), instant))

describe('R3 the form check', () => {
  it.each(['RETURN', 'REFUSE'] as const)('%s needs reasons', async (outcome) => {
    const number = await submittedEntry(person)
    const step = await seen(test.platform, number)
    await expect(checkEntry(officer, { ...step, outcome })).rejects.toMatchObject({ code: 'REASONS_REQUIRED' })
  })

  it('returned, corrected and submitted again: a new term, and the old one is on the trail', async () => {
    const number = await submittedEntry(person)
    await checkEntry(officer, { ...(await seen(test.platform, number)), outcome: 'RETURN', reasons: '请补充地址门牌号' })
    expect(await row(number)).toMatchObject({ state: 'RETURNED', checkReasons: '请补充地址门牌号' })
    const later = at(person, '2026-09-29T02:00:00Z')
    await saveEntryDraft(later, { ...(await seen(test.platform, number)), ...filledEntry() })
    await submitEntry(later, await seen(test.platform, number))
    const again = await row(number)
    expect(again).toMatchObject({ state: 'SUBMITTED', checkReasons: null, checkedById: null })
    expect(day(again.checkDueOn)).toBe('2026-10-08')
    const trail = await test.platform.prisma.auditEvent.findMany({ where: { entityId: again.id }, orderBy: { id: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual([
      'entry.start',
      'entry.saveDraft',
      'entry.submit',
      'entry.check',
      'entry.saveDraft',
      'entry.submit',
    ])
  })

  it('refused is the end', async () => {
    const number = await submittedEntry(person)
    await checkEntry(officer, { ...(await seen(test.platform, number)), outcome: 'REFUSE', reasons: '不是中介服务机构' })
    await expect(submitEntry(person, await seen(test.platform, number))).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
    await expect(withdrawEntry(person, await seen(test.platform, number))).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('nobody checks the own application', async () => {
    const number = await submittedEntry(person)
    const own = { ...officer, viewer: { ...officer.viewer, userId: person.viewer.userId } }
    await expect(checkEntry(own, { ...(await seen(test.platform, number)), outcome: 'PASS' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('nobody passes an item without its certificate, nor a cancelled one', async () => {
    const offer = (serviceItemCode: string) => ({
      ...{ serviceItemCode, divisionCodes: ['410100'], fee: { kind: 'FIXED', amount: '1' }, promisedWorkingDays: '5' },
    })
    const number = await submittedEntry(person, { offerings: [offer('ZJ-CON-001'), offer('ZJ-EIA-002')] })
    await expect(checkEntry(officer, { ...(await seen(test.platform, number)), outcome: 'PASS' })).rejects.toMatchObject({
      code: 'ENTRY_HAS_FINDINGS',
      facts: { findings: ['QUALIFICATION_MISSING', 'ITEM_CANCELLED'] },
    })
  })

  it('R8: an early pilot code passes on a reason that the officer has expressly reviewed, and is on record as such', async () => {
    const uscc = freshUscc()
    const wrong = uscc.slice(0, 17) + (uscc.endsWith('0') ? '1' : '0')
    const identity = { ...filledEntry().identity, uscc: wrong }
    const bare = await draftEntry(person, filledEntry({ identity }))
    await expect(submitEntry(person, await seen(test.platform, bare))).rejects.toMatchObject({ code: 'ENTRY_INCOMPLETE' })
    const number = await submittedEntry(person, { identity: { ...identity, usccReason: '2015年试点核发，执照复印件可证' } })
    const step = await seen(test.platform, number)
    await expect(checkEntry(officer, { ...step, outcome: 'PASS' })).rejects.toMatchObject({ code: 'USCC_OVERRIDE_UNREVIEWED' })
    await checkEntry(officer, { ...step, clientMutationId: randomUUID(), outcome: 'PASS', isUsccOverrideAccepted: true })
    await sweep('2026-09-30T02:00:00Z')
    expect(await test.platform.prisma.subject.findUniqueOrThrow({ where: { uscc: wrong } })).toMatchObject({
      usccOverriddenById: officer.viewer.userId,
      usccOverrideReason: '2015年试点核发，执照复印件可证',
    })
    // On record, it is checked like any other; a mistyped code is still told.
    const counter = contextOf(test.platform, '2026-09-30T02:00:00Z', { roles: ['WINDOW_OFFICER'] })
    expect(await checkCredit(counter, wrong)).toMatchObject({ isKnown: true, code: wrong, name: identity.name })
    const other = freshUscc()
    const mistyped = other.slice(0, 17) + (other.endsWith('0') ? '1' : '0')
    await expect(checkCredit(counter, mistyped)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('two applications with one code: one is examined, also when both are submitted at once; it refused, the other comes in', async () => {
    const parts = filledEntry()
    const other = await newcomer(test.platform, wednesday)
    const people = [person, other]
    const numbers = [await draftEntry(person, parts), await draftEntry(other, parts)]
    const steps = await Promise.all(numbers.map((number) => seen(test.platform, number)))
    const submitted = await Promise.allSettled(steps.map((step, index) => submitEntry(people[index]!, step)))
    expect(submitted.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(submitted.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'USCC_IN_OTHER_APPLICATION' } })
    const [first, second] = submitted[0]?.status === 'fulfilled' ? [0, 1] : [1, 0]
    const step = await seen(test.platform, numbers[first]!)
    await checkEntry(officer, { ...step, outcome: 'REFUSE', reasons: '申请人与营业执照不符' })
    await submitEntry(people[second]!, await seen(test.platform, numbers[second]!))
  })

  it('who was blacklisted during publicity is not listed: an officer has to look again', async () => {
    const identityNumber = freshIdentityNumber()
    const practitioners = [{ name: '孙小红', title: '工程师', identityNumber }]
    const number = await publishedEntry(person, officer, { practitioners })
    const { prisma, identityVault } = test.platform
    const bars = [
      {
        ...{ kind: 'PROVIDE_SERVICES', from: '2026-09-25', until: null, reasonCode: 'BLACKLISTED', clause: '三(三)' },
        ...{ ruleSetVersion: 'ZZ-LISTING-1', sourceId: null, isHold: false },
      },
    ]
    await prisma.subject.create({
      data: {
        ...{ kind: 'PERSON', name: '孙小红', identityHash: identityVault.hash(identityNumber), createdAt: new Date(wednesday) },
        ...{ identityCipher: identityVault.seal(identityNumber), identityMasked: '410199********0000' },
        standing: { create: { grade: 'E', bars, ruleSetVersion: 'ZZ-1', computedAt: new Date(wednesday) } },
      },
    })
    expect(await sweep('2026-09-30T02:00:00Z')).toEqual({ listed: 0, sentBack: 1 })
    expect(await row(number)).toMatchObject({ state: 'SUBMITTED', intermediaryId: null })
    const step = { ...(await seen(test.platform, number)), outcome: 'PASS' as const }
    await expect(checkEntry(at(officer, '2026-09-30T03:00:00Z'), step)).rejects.toMatchObject({
      facts: { findings: ['PRACTITIONER_BARRED'] },
    })
  })
})

describe('objections during publicity', () => {
  it('anybody objects, from the first day to the last, and gets a receipt; the contact is sealed', async () => {
    const number = await publishedEntry(person, officer)
    await expect(objectToEntry(anyone(test.platform, wednesday), objection(number))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const wish = objection(number)
    const receipt = await objectToEntry(anyone(test.platform, '2026-09-24T02:00:00Z'), wish)
    expect(receipt).toMatch(/^YY-2026-\d{6}$/)
    expect(await objectToEntry(anyone(test.platform, '2026-09-24T02:05:00Z'), wish)).toBe(receipt)
    const { objections } = await row(number)
    expect(objections).toHaveLength(1)
    // 3 working days from Thursday: Monday to Wednesday, after the holiday.
    expect(day(objections[0]?.answerDueOn ?? null)).toBe('2026-09-30')
    expect(test.platform.identityVault.open(objections[0]?.contactCipher ?? '')).toBe('13800000000')
    await expect(objectToEntry(anyone(test.platform, '2026-09-30T02:00:00Z'), objection(number))).rejects.toMatchObject({
      code: 'NOT_IN_PUBLICITY',
    })
  })

  it('while one is open nothing is listed; dismissed with reasons, the listing goes on', async () => {
    await sweep('2026-10-08T02:00:00Z')
    const number = await publishedEntry(person, officer)
    const objectionNumber = await objectToEntry(anyone(test.platform, '2026-09-24T02:00:00Z'), objection(number))
    expect(await sweep('2026-10-08T02:00:00Z')).toEqual({ listed: 0, sentBack: 0 })
    const step = { ...(await seen(test.platform, number)), objectionNumber, outcome: 'DISMISSED' as const }
    await expect(decideEntryObjection(officer, { ...step, answer: ' ' })).rejects.toMatchObject({ code: 'REASONS_REQUIRED' })
    await decideEntryObjection(officer, { ...step, clientMutationId: randomUUID(), answer: '经核查人员在岗' })
    const again = { ...(await seen(test.platform, number)), objectionNumber, outcome: 'UPHELD' as const, consequence: 'REFUSE' as const }
    await expect(decideEntryObjection(officer, { ...again, answer: '改判' })).rejects.toMatchObject({ code: 'OBJECTION_DECIDED' })
    expect(await sweep('2026-10-08T02:00:00Z')).toEqual({ listed: 1, sentBack: 0 })
  })

  it.each([
    ['RETURN', 'RETURNED'],
    ['REFUSE', 'REFUSED'],
  ] as const)('upheld, %s: the application is %s, and another objection still gets its answer', async (consequence, state) => {
    const number = await publishedEntry(person, officer)
    const [first, second] = [
      await objectToEntry(anyone(test.platform, '2026-09-24T02:00:00Z'), objection(number)),
      await objectToEntry(anyone(test.platform, '2026-09-24T03:00:00Z'), objection(number)),
    ]
    const upheld = { outcome: 'UPHELD' as const, answer: '挂靠属实' }
    const step = { ...(await seen(test.platform, number)), objectionNumber: first, ...upheld }
    await expect(decideEntryObjection(officer, step)).rejects.toMatchObject({ code: 'CONSEQUENCE_REQUIRED' })
    await decideEntryObjection(officer, { ...step, clientMutationId: randomUUID(), consequence })
    expect((await row(number)).state).toBe(state)
    await decideEntryObjection(officer, { ...(await seen(test.platform, number)), objectionNumber: second, ...upheld })
    expect((await row(number)).state).toBe(state)
    expect(await sweep('2026-10-08T02:00:00Z')).toEqual({ listed: 0, sentBack: 0 })
  })

  it('a network that objects without end is stopped', async () => {
    const number = await publishedEntry(person, officer)
    const from = anyone(test.platform, '2026-09-24T02:00:00Z', '203.0.113.77')
    for (let sent = 0; sent < 10; sent++) await objectToEntry(from, objection(number))
    await expect(objectToEntry(from, objection(number))).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
  })
})
