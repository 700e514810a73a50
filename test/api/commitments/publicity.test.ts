import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import { confirmCommitment } from '#services/commitments/confirm-commitment.ts'
import { confirmSignature } from '#services/commitments/confirm-signature.ts'
import { decidePublicityObjection } from '#services/commitments/decide-publicity-objection.ts'
import { objectToPublicity } from '#services/commitments/object-to-publicity.ts'
import { visiblePublicityObjections } from '#services/commitments/visible-publicity-objections.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { stepsOf } from '#services/procedures/steps-of.ts'
import { commitmentStep, createAgency, handle, officerOf, promise } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
// Monday; five working days of publicity end on Monday the 9th.
const received = '2026-03-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构登记局')
})
afterAll(() => test.close())

const anyone = (at: string) => ({ ...contextOf(test.platform, at), viewer: anonymous })
const manager = (at: string, userId: string = randomUUID()) =>
  contextOf(test.platform, at, { roles: ['AGENCY_MANAGER'], organisationId: agency, userId })
const said = { objectorName: '虚构邻居', contact: '13800000000', text: '据我所知其并无继承关系，请核查。' }
const object = (number: string, at = '2026-03-04T01:00:00Z', context = anyone(at)) =>
  objectToPublicity(context, { clientMutationId: randomUUID(), number, ...said })
const answer = async (number: string, outcome: 'UPHELD' | 'REJECTED', context = manager('2026-03-05T01:00:00Z')) => {
  const { version } = await test.platform.prisma.publicityObjection.findUniqueOrThrow({ where: { number } })
  return decidePublicityObjection(context, { clientMutationId: randomUUID(), number, version, outcome, reasons: '已核对登记档案' })
}

async function published() {
  const firm = await createFirm(test.platform)
  const officer = officerOf(test.platform, agency, received)
  return { firm, officer, commitment: await handle(officer, firm.uscc) }
}
const confirm = async (officer: ReturnType<typeof officerOf>, id: string, at: string) => {
  const context = officerOf(test.platform, agency, at)
  return confirmCommitment(context, { ...(await commitmentStep(officer, id)), reason: '与公安档案一致' })
}

describe('R1.3: publicity of what was handled on a promise', () => {
  it('runs five working days at least: nobody finds it true before, whatever was found', async () => {
    const { officer, commitment } = await published()
    const days = { publicFromOn: new Date('2026-03-02'), publicUntilOn: new Date('2026-03-09'), nextDueOn: null }
    expect(await test.platform.prisma.commitment.findUniqueOrThrow({ where: { id: commitment.id } })).toMatchObject(days)
    await expect(confirm(officer, commitment.id, '2026-03-09T15:59:59Z')).rejects.toMatchObject({
      code: 'PUBLICITY_RUNNING',
      facts: { untilOn: '2026-03-09' },
    })
    await confirm(officer, commitment.id, '2026-03-09T16:00:00Z')
    expect(await test.platform.prisma.commitment.findUniqueOrThrow({ where: { id: commitment.id } })).toMatchObject({
      state: 'FULFILLED',
      isPublished: false,
    })
    await expect(object(commitment.number, '2026-03-10T01:00:00Z')).rejects.toMatchObject({ code: 'NOT_IN_PUBLICITY' })
  })

  it('takes objections by anyone and keeps their name sealed, from the applicant and from the record', async () => {
    const { firm, commitment } = await published()
    const signedIn = contextOf(test.platform, '2026-03-04T01:00:00Z', { roles: ['APPLICANT'], subjectId: randomUUID() })
    const number = await object(commitment.number, undefined, signedIn)
    const { prisma, identityVault } = test.platform
    const row = await prisma.publicityObjection.findUniqueOrThrow({ where: { number } })
    expect(row).toMatchObject({ state: 'FILED', filedById: null, answerDueOn: new Date('2026-03-11') })
    expect(JSON.parse(identityVault.open(row.contactCipher ?? ''))).toEqual({ name: said.objectorName, contact: said.contact })
    const trail = await prisma.auditEvent.findMany({ where: { entityId: commitment.id }, omit: { id: true } })
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${said.objectorName}|${said.contact}|${signedIn.viewer.userId}`))
    expect((await stepsOf(prisma, 'COMMITMENT', commitment.id, 'PARTIES')).map(({ kind }) => kind)).not.toContain('PUBLICITY_OBJECTED')
    const seenBy = (viewer: typeof signedIn.viewer) => prisma.publicityObjection.count({ where: visiblePublicityObjections(viewer) })
    expect(await seenBy(contextOf(test.platform, received, { roles: ['APPLICANT'], subjectId: firm.id }).viewer)).toBe(0)
    expect(await seenBy(manager(received).viewer)).toBeGreaterThan(0)
    const elsewhere = await createAgency(test.platform, '虚构别处')
    expect(await seenBy(officerOf(test.platform, elsewhere, received).viewer)).toBe(0)
  })

  it('an open objection keeps the promise from being found true; answered by a manager who did not handle the case', async () => {
    const { officer, commitment } = await published()
    const number = await object(commitment.number)
    await expect(confirm(officer, commitment.id, '2026-03-12T01:00:00Z')).rejects.toMatchObject({ code: 'PUBLICITY_OBJECTION_OPEN' })
    await expect(answer(number, 'REJECTED', officer)).rejects.toThrow(ForbiddenError)
    const sameHead = manager('2026-03-05T01:00:00Z', officer.viewer.userId ?? '')
    await expect(answer(number, 'REJECTED', sameHead)).rejects.toThrow(ForbiddenError)
    await answer(number, 'REJECTED')
    await expect(answer(number, 'UPHELD')).rejects.toMatchObject({ code: 'OBJECTION_DECIDED' })
    await confirm(officer, commitment.id, '2026-03-12T01:00:00Z')
  })

  it('only whoever answered learns whom to tell, and not before', async () => {
    const { officer, commitment } = await published()
    const number = await object(commitment.number)
    const [decider, colleague] = [manager('2026-03-05T01:00:00Z'), manager('2026-03-05T01:00:00Z')]
    const document = parse('query ($number: String!) { publicityObjection(number: $number) { canDecide objector { name contact } } }')
    const seenBy = async (contextValue: typeof decider) =>
      (await execute({ schema, document, contextValue, variableValues: { number } })).data?.publicityObjection
    expect(await seenBy(decider)).toEqual({ canDecide: true, objector: null })
    await answer(number, 'REJECTED', decider)
    expect(await seenBy(decider)).toMatchObject({ objector: { name: said.objectorName, contact: said.contact } })
    for (const other of [colleague, officer]) expect(await seenBy(other)).toMatchObject({ objector: null })
  })

  it('upheld, it decides nothing: the verification is brought forward', async () => {
    const { commitment } = await published()
    const { prisma } = test.platform
    const task = () => prisma.verificationTask.findUniqueOrThrow({ where: { commitmentId: commitment.id } })
    expect(await task()).toMatchObject({ state: 'OPEN', dueOn: new Date('2026-03-30') })
    await answer(await object(commitment.number), 'UPHELD')
    expect(await task()).toMatchObject({ state: 'OPEN', dueOn: new Date('2026-03-12') })
    expect(await prisma.commitment.findUniqueOrThrow({ where: { id: commitment.id } })).toMatchObject({ state: 'PENDING' })
    // A later one does not put it off again.
    await answer(await object(commitment.number, '2026-03-11T01:00:00Z'), 'UPHELD', manager('2026-03-11T02:00:00Z'))
    expect(await task()).toMatchObject({ dueOn: new Date('2026-03-12') })
  })

  it('is of handlings only, and no manager of another agency answers', async () => {
    const firm = await createFirm(test.platform)
    const accepted = await promise(officerOf(test.platform, agency, received), firm.uscc, '2026-03-10')
    await expect(object(accepted.number)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { commitment } = await published()
    const number = await object(commitment.number)
    const stranger = contextOf(test.platform, received, {
      roles: ['AGENCY_MANAGER'],
      organisationId: await createAgency(test.platform, '虚构别处二'),
    })
    await expect(answer(number, 'UPHELD', stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('one network files ten an hour', async () => {
    const { commitment } = await published()
    const context = { ...anyone('2026-03-04T01:00:00Z'), clientAddress: '203.0.113.77' }
    for (let tried = 0; tried < 10; tried += 1) await object(commitment.number, undefined, context)
    await expect(object(commitment.number, undefined, context)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
  })
})

describe('R1: the typed signature', () => {
  it('is confirmed in the applicant’s own account, once', async () => {
    const { firm, officer, commitment } = await published()
    const owner = contextOf(test.platform, received, { roles: ['APPLICANT'], subjectId: firm.id })
    const confirmAs = async (context: typeof owner) => confirmSignature(context, await commitmentStep(officer, commitment.id))
    await expect(confirmAs(officer)).rejects.toThrow(ForbiddenError)
    await confirmAs(owner)
    await expect(confirmAs(owner)).rejects.toMatchObject({ code: 'SIGNATURE_CONFIRMED' })
    const steps = await stepsOf(test.platform.prisma, 'COMMITMENT', commitment.id, 'PARTIES')
    expect(steps.map(({ kind }) => kind)).toEqual(['COMMITMENT_SIGNED', 'SIGNATURE_CONFIRMED'])
  })
})
