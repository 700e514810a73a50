import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from '#services/acceptance/close-case.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import { createAgency, officerOf, promise, toleratedItem } from '#test/factories/accepting.ts'
import { adjusters, createAdjustingBodies, publishChange } from '#test/factories/adjusting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T02:00:00Z'
const tuesday = '2026-03-03T02:00:00Z'
const supplementDueOn = '2026-03-20'
const afterwards = '2026-03-23T02:00:00Z'
let test: TestPlatform
let agencyId: string

beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构审批局')
  // The one material of that item that may be promised is what an intermediary delivers.
  await test.platform.prisma.material.updateMany({
    where: { approvalItemCode: toleratedItem, seq: 3 },
    data: { serviceItemCode: 'ZJ-EIA-001' },
  })
})
afterAll(() => test.close())

const officer = (at: string) => officerOf(test.platform, agencyId, at)
const commitment = (id: string) => test.platform.prisma.commitment.findUniqueOrThrow({ where: { id }, include: { case: true } })
async function approve(id: string, at: string) {
  const { case: of } = await commitment(id)
  const step = { clientMutationId: randomUUID(), number: of.number, version: of.version }
  return closeCase(officer(at), { ...step, outcome: 'DECIDED', reason: '符合条件，准予许可。' })
}

describe('003 三(三): a promise of nothing but what a cancelled service delivers', () => {
  it('holds an approval up before the cancellation, not from its day on, and not after its due day', async () => {
    const [one, other] = [await createFirm(test.platform), await createFirm(test.platform)]
    const first = await promise(officer(monday), one.uscc, supplementDueOn)
    const second = await promise(officer(monday), other.uscc, supplementDueOn)
    await expect(approve(first.id, monday)).rejects.toMatchObject({ code: 'SUPPLEMENT_OUTSTANDING' })

    const people = adjusters(test.platform, await createAdjustingBodies(test.platform), monday)
    await publishChange(people, { kind: 'CANCEL', itemCode: 'ZJ-EIA-001', cancellingDocument: '国发〔2026〕9号' }, '2026-03-03')

    await approve(first.id, tuesday)
    expect(await commitment(first.id)).toMatchObject({ state: 'WITHDRAWN', case: { state: 'DECIDED' } })

    await sweepDueCommitments(contextOf(test.platform, afterwards))
    expect(await commitment(second.id)).toMatchObject({ state: 'PENDING' })
    await approve(second.id, afterwards)
    expect(await commitment(second.id)).toMatchObject({ state: 'WITHDRAWN', case: { state: 'DECIDED' } })
    expect(await test.platform.prisma.commitmentBreach.count()).toBe(0)
  })
})
