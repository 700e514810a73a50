import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCredit } from '#services/checks/check-credit.ts'
import { issueCheckReceipt } from '#services/checks/issue-check-receipt.ts'
import { verificationCodeOf, verifyReceipt } from '#services/checks/verify-receipt.ts'
import { refreshStanding } from '#services/credit/refresh-standing.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { ForbiddenError, RefusedError, ValidationError } from '#services/kernel/use-case-error.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { contextOf, createFirm, freshUscc } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const officer = { roles: ['WINDOW_OFFICER'] } as const
const morning = '2026-06-10T01:00:00Z'

/** Puts a firm on the blacklist from one day to another, and writes its standing as of `at`. */
async function blacklist(at: string, fromOn: string, untilOn: string): Promise<string> {
  const firm = await createFirm(test.platform)
  await runInTransaction(contextOf(test.platform, at), async (unit) => {
    await unit.tx.listEntry.create({
      data: {
        number: `MD-TEST-${firm.uscc}`,
        list: 'BLACKLIST',
        subjectId: firm.id,
        severity: 'SERIOUS',
        reasons: '出具虚假报告',
        basis: '郑州 三(三)',
        decidedOn: toDbDay(fromOn),
        fromOn: toDbDay(fromOn),
        untilOn: toDbDay(untilOn),
        ruleSetVersion: 'ZZ-LISTING-1',
        createdAt: unit.now,
      },
    })
    await refreshStanding(unit, firm.id)
  })
  return firm.uscc
}

describe('credit check', () => {
  it('knows nothing bad of a subject it has never met, and says so', async () => {
    const checked = await checkCredit(contextOf(test.platform, morning, officer), freshUscc())
    expect(checked).toMatchObject({
      isKnown: false,
      name: null,
      missCount: 0,
      answer: { result: 'CLEAR', grade: 'N', ruleSetVersion: 'ZZ-1' },
    })
  })

  it('R5: a blacklist entry bars from its first to its last day, without any sweep', async () => {
    const uscc = await blacklist('2026-05-01T01:00:00Z', '2026-05-01', '2027-04-30')
    const resultAt = async (at: string) => (await checkCredit(contextOf(test.platform, at, officer), uscc)).answer
    expect(await resultAt('2026-05-01T02:00:00Z')).toMatchObject({ result: 'BARRED', grade: 'E' })
    const last = await resultAt('2027-04-30T15:59:59Z')
    expect(last.purposes.find(({ purpose }) => purpose === 'PROVIDE_SERVICES')).toMatchObject({
      result: 'BARRED',
      reasons: [{ code: 'LISTED_BLACKLIST', from: '2026-05-01', until: '2027-04-30' }],
    })
    expect(await resultAt('2027-04-30T16:00:00Z')).toMatchObject({ result: 'CLEAR' })
  })

  it.each([
    ['91410100MADEM00010', 'USCC_INVALID'],
    ['123', 'USCC_INVALID'],
    ['410105199003070011', 'IDENTITY_INVALID'],
  ])('refuses %s with the reason, at the field', async (code, expected) => {
    const refusal = await checkCredit(contextOf(test.platform, morning, officer), code).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ValidationError)
    expect(refusal).toMatchObject({ fields: [{ path: 'code', code: expected }] })
  })

  it('is for officials only', async () => {
    const applicant = contextOf(test.platform, morning, { roles: ['APPLICANT'] })
    await expect(checkCredit(applicant, freshUscc())).rejects.toBeInstanceOf(ForbiddenError)
  })
})

describe('check receipt', () => {
  it('is issued once per wish, proves itself, and shows its content only to who holds it', async () => {
    const { uscc } = await createFirm(test.platform)
    const context = contextOf(test.platform, morning, officer)
    const wish = { clientMutationId: 'receipt-1', code: uscc, purpose: '道路危险货物运输经营许可' }
    const ids = await Promise.all([issueCheckReceipt(context, wish), issueCheckReceipt(context, wish)])
    expect(new Set(ids).size).toBe(1)
    const receipt = await test.platform.prisma.checkReceipt.findUniqueOrThrow({ where: { id: ids[0] } })

    const code = verificationCodeOf(receipt.signature)
    expect(await verifyReceipt(context, receipt.number, code)).toMatchObject({
      isGenuine: true,
      content: { code: uscc, purpose: wish.purpose },
    })
    expect(await verifyReceipt(context, receipt.number, 'guessed')).toMatchObject({ isGenuine: true, content: null })
    expect(await verifyReceipt(context, 'HC-2026-999999', code)).toBeNull()

    const forged = `${receipt.signature.slice(0, -20)}${'A'.repeat(20)}`
    await test.platform.prisma.checkReceipt.update({ where: { id: receipt.id }, data: { signature: forged } })
    expect(await verifyReceipt(context, receipt.number, code)).toMatchObject({ isGenuine: false, content: null })
  })

  it('refuses another wish under the same id', async () => {
    const context = contextOf(test.platform, morning, officer)
    const wish = { clientMutationId: 'receipt-2', code: freshUscc(), purpose: '甲' }
    await issueCheckReceipt(context, wish)
    await expect(issueCheckReceipt(context, { ...wish, purpose: '乙' })).rejects.toThrow(
      new RefusedError({ code: 'CLIENT_MUTATION_ID_REUSED' }),
    )
  })
})
