import { randomUUID } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fictitiousIdentityNumber, fictitiousUscc } from '#prisma/seed/invented/codes.ts'
import { createOrganisation } from '#services/access/create-organisation.ts'
import { createUser } from '#services/access/create-user.ts'
import { registerPersonApplicant } from '#services/access/register-person-applicant.ts'
import { registerIntermediary } from '#services/intermediaries/register-intermediary.ts'
import type { RegisterIntermediaryInput } from '#services/intermediaries/register-intermediary-input.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from '../factories/people.ts'
import { openTestPlatform } from '../setup/database.ts'
import type { TestPlatform } from '../setup/database.ts'

const at = '2026-06-01T02:00:00Z'
let database: TestPlatform
let reform: UseCaseContext
let administrator: UseCaseContext
let made = 0

beforeAll(async () => {
  database = await openTestPlatform()
  reform = contextOf(database.platform, at, { roles: ['REFORM_OFFICE'] })
  administrator = contextOf(database.platform, at, { roles: ['ADMINISTRATOR'] })
})
afterAll(() => database.close())

const entry = (changes: Partial<RegisterIntermediaryInput> = {}): RegisterIntermediaryInput => ({
  clientMutationId: randomUUID(),
  name: '虚构测绘有限公司',
  uscc: fictitiousUscc('APPLICANT', 500 + made++, '410105'),
  divisionCode: '410105',
  legalForm: '有限责任公司',
  legalRepresentative: '甲',
  address: '郑州市',
  phone: '0371-55550000',
  qualifications: [
    {
      ...{ name: '测绘资质', certificateNo: '1', issuer: '演示', validFromOn: '2024-01-01', validUntilOn: '2027-01-01' },
      serviceItemCodes: ['ZJ-SUR-001'],
    },
  ],
  practitioners: [{ name: '乙', identityNumber: fictitiousIdentityNumber(700_000), title: '测绘师' }],
  offerings: [
    { serviceItemCode: 'ZJ-SUR-001', divisionCodes: ['410100'], feeSchedule: { kind: 'FIXED', feeFen: 100_00 }, promisedWorkingDays: 5 },
  ],
  ...changes,
})

test('an entry is searchable, rated and audited at once, and its people are sealed', async () => {
  const input = entry()
  const id = await registerIntermediary(reform, input)
  expect(await registerIntermediary(reform, input)).toBe(id)
  const { prisma } = database.platform
  const row = await prisma.intermediary.findUniqueOrThrow({
    where: { id },
    include: {
      subject: { include: { standing: true } },
      practitioners: { include: { subject: true } },
      offerings: true,
      qualifications: true,
    },
  })
  expect(row.subject.standing?.grade).toBe('N')
  expect(row.offerings).toHaveLength(1)
  expect(row.qualifications).toHaveLength(1)
  expect(row.practitioners[0]?.subject.identityMasked).toMatch(/^410199\*{8}/)
  expect(JSON.stringify(row)).not.toContain(fictitiousIdentityNumber(700_000))
  expect(await prisma.searchDocument.count({ where: { intermediaryId: id } })).toBe(1)
  expect(await prisma.auditEvent.count({ where: { entityId: id, action: 'intermediary.register' } })).toBe(1)
})

test('one person at two institutions is allowed and leaves a mark, also when both come at once', async () => {
  const practitioners = [{ name: '丙', identityNumber: fictitiousIdentityNumber(700_001), title: '测绘师' }]
  await Promise.all([registerIntermediary(reform, entry({ practitioners })), registerIntermediary(reform, entry({ practitioners }))])
  const { prisma, identityVault } = database.platform
  const person = await prisma.subject.findUniqueOrThrow({ where: { identityHash: identityVault.hash(practitioners[0]!.identityNumber) } })
  expect(await prisma.practitioner.count({ where: { subjectId: person.id } })).toBe(2)
  expect(await prisma.auditEvent.count({ where: { entityId: person.id, action: 'practitioner.atSeveralInstitutions' } })).toBe(1)
})

const sold = (serviceItemCode: string): RegisterIntermediaryInput['offerings'] => [
  { serviceItemCode, divisionCodes: ['410100'], feeSchedule: { kind: 'FIXED', feeFen: 1 }, promisedWorkingDays: 1 },
]

test.each<[string, Partial<RegisterIntermediaryInput>, object]>([
  [
    'a wrong check character',
    { uscc: '91410105DEMA000000' },
    { code: 'VALIDATION_FAILED', fields: [{ path: 'uscc', code: 'USCC_INVALID' }] },
  ],
  [
    'a wrong identity number',
    { practitioners: [{ name: '丁', identityNumber: '410199199001010000', title: '员' }] },
    { fields: [{ path: 'practitioners.0.identityNumber', code: 'IDENTITY_INVALID' }] },
  ],
  ['an unknown division', { divisionCode: '999999' }, { fields: [{ code: 'DIVISION_UNKNOWN' }] }],
  ['an unknown item', { offerings: sold('ZJ-XXX-001') }, { fields: [{ code: 'SERVICE_ITEM_UNKNOWN' }] }],
  ['R2: a cancelled item', { offerings: sold('ZJ-EIA-002') }, { code: 'ITEM_CANCELLED' }],
  ['R3: no certificate', { offerings: sold('ZJ-CON-001') }, { code: 'QUALIFICATION_MISSING' }],
  ['an item twice', { offerings: [...sold('ZJ-EIA-001'), ...sold('ZJ-EIA-001')] }, { fields: [{ code: 'ITEM_OFFERED_TWICE' }] }],
  ['a back-dated entry by hand', { listedOn: '2025-01-01' }, { code: 'FORBIDDEN' }],
])('refused: %s', async (_what, changes, error) => {
  await expect(registerIntermediary(reform, entry(changes))).rejects.toMatchObject(error)
})

test('a firm is entered once, by whoever may', async () => {
  const input = entry()
  await registerIntermediary(reform, input)
  await expect(registerIntermediary(reform, { ...input, clientMutationId: randomUUID() })).rejects.toMatchObject({
    code: 'USCC_ALREADY_REGISTERED',
  })
  const stranger = contextOf(database.platform, at, { roles: ['APPLICANT'] })
  await expect(registerIntermediary(stranger, entry())).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('an account signs in with argon2, acts for somebody, and keeps no trace of the password elsewhere', async () => {
  const organisationId = await createOrganisation(administrator, {
    ...{ clientMutationId: randomUUID(), kind: 'AGENCY', nameZh: '演示局', divisionCode: '410100' },
  })
  const account = { clientMutationId: randomUUID(), name: '戊', email: 'Wu@demo.example', password: 'long enough words' }
  const id = await createUser(administrator, { ...account, membership: { organisationId, roles: ['WINDOW_OFFICER'] } })
  const { prisma } = database.platform
  const kept = await prisma.account.findFirstOrThrow({ where: { userId: id } })
  expect(kept).toMatchObject({ providerId: 'credential', accountId: id })
  expect(await verify(kept.password ?? '', account.password)).toBe(true)
  expect(JSON.stringify(await prisma.auditEvent.findMany({ where: { entityId: id }, select: { after: true } }))).not.toContain(
    account.password,
  )

  const again = { ...account, clientMutationId: randomUUID() }
  await expect(createUser(administrator, again)).rejects.toMatchObject({ code: 'USER_ACTS_FOR_NOBODY' })
  await expect(createUser(administrator, { ...again, membership: { organisationId, roles: ['AUDITOR'] } })).rejects.toMatchObject({
    code: 'EMAIL_ALREADY_USED',
  })
  await expect(createUser(reform, again)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a person who is a practitioner keeps the one subject as applicant', async () => {
  const identityNumber = fictitiousIdentityNumber(700_000)
  const input = { clientMutationId: randomUUID(), name: '乙', identityNumber, divisionCode: '410105' }
  const subjectId = await registerPersonApplicant(administrator, input)
  const { prisma } = database.platform
  expect(await prisma.practitioner.count({ where: { subjectId } })).toBeGreaterThan(0)
  expect(await prisma.creditStanding.count({ where: { subjectId } })).toBe(1)
})
