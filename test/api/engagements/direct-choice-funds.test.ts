import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { choiceOf, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let firm: RegisteredIntermediary
let owner: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  owner = await createOwner(test.platform, '2026-11-02T01:00:00Z')
})
afterAll(() => test.close())

describe('ZZ-S1.1 whose money may choose directly', () => {
  it.each(['STATE', 'MIXED'] as const)('%s funds are refused and leave nothing behind', async (fundSource) => {
    const before = await test.platform.prisma.engagement.count()
    await expect(chooseIntermediary(owner, { ...choiceOf(firm.uscc), fundSource })).rejects.toMatchObject({
      code: 'DIRECT_NOT_FOR_FUNDS',
      facts: { fundSource, clause: '信选选取默认规则 ZZ-SELECTION-1 ZZ-S1.1' },
    })
    expect(await test.platform.prisma.engagement.count()).toBe(before)
  })

  it('private funds choose, said or not said, and the audit trail keeps which', async () => {
    const said = await chooseIntermediary(owner, { ...choiceOf(firm.uscc), fundSource: 'PRIVATE' })
    const unsaid = await chooseIntermediary(owner, choiceOf(firm.uscc))
    for (const entityId of [said, unsaid]) {
      const event = await test.platform.prisma.auditEvent.findFirstOrThrow({ where: { action: 'engagements.choose', entityId } })
      expect(event.after).toMatchObject({ fundSource: 'PRIVATE' })
    }
  })
})
