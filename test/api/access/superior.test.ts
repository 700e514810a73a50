import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOrganisation } from '#services/access/create-organisation.ts'
import { updatePublicBody } from '#services/access/update-public-body.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const at = '2026-03-02T01:00:00Z'
const admin = () => contextOf(test.platform, at, { roles: ['ADMINISTRATOR'] })
const body = (nameZh: string, superiorId: string | null = null) =>
  createOrganisation(admin(), { clientMutationId: randomUUID(), kind: 'REGULATOR', nameZh, divisionCode: '410100', superiorId })
const superiorOf = async (id: string) => (await test.platform.prisma.organisation.findUniqueOrThrow({ where: { id } })).superiorId
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'OK',
    (error: { code?: string }) => error.code,
  )
async function move(organisationId: string, superiorId: string | null | undefined) {
  const { version, nameZh } = await test.platform.prisma.organisation.findUniqueOrThrow({ where: { id: organisationId } })
  const known = { clientMutationId: randomUUID(), organisationId, version, nameZh, divisionCode: '410100' }
  return updatePublicBody(admin(), { ...known, superiorId })
}

it('a body stands below another, and can be moved or freed; left out, it stays where it was', async () => {
  const city = await body('虚构市机关')
  const office = await body('虚构市办公室', city)
  expect(await superiorOf(office)).toBe(city)
  await move(office, undefined)
  expect(await superiorOf(office)).toBe(city)
  await move(office, null)
  expect(await superiorOf(office)).toBeNull()
})

it('never in a circle: not under itself, nor under what stands below it', async () => {
  const top = await body('虚构上级')
  const middle = await body('虚构中级', top)
  const low = await body('虚构下级', middle)
  for (const under of [top, middle, low]) expect(await codeOf(move(top, under))).toBe('SUPERIOR_IN_CIRCLE')
  expect(await superiorOf(top)).toBeNull()
})

it('never below a firm, nor below what is not there', async () => {
  const { id: subjectId } = await createFirm(test.platform)
  const firm = await test.platform.prisma.organisation.create({
    data: { kind: 'ENTERPRISE', nameZh: '虚构企业', divisionCode: '410100', subjectId, createdAt: new Date(at) },
  })
  for (const under of [firm.id, randomUUID()]) expect(await codeOf(body('虚构机关', under))).toBe('VALIDATION_FAILED')
})
