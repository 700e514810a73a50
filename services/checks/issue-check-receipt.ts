import { z } from 'zod'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lookUpSubject } from './check-credit.ts'
import type { CheckedSubject } from './check-credit.ts'

export const issueCheckReceiptInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  code: z.string().min(1).max(40),
  purpose: z.string().trim().min(1).max(200),
})

/**
 * Checks a subject and keeps the answer as a signed receipt 核查回执: what was asked, what was known, by which rules, when, by whom.
 * @returns the receipt's id
 */
export async function issueCheckReceipt(context: UseCaseContext, input: z.input<typeof issueCheckReceiptInput>): Promise<string> {
  const parsed = parseInput(issueCheckReceiptInput, input)
  demand(context, 'credit.check')
  const checked = await lookUpSubject(context, parsed.code)
  // The typed code may be an identity number: the trail and the retry guard get the masked one.
  const command = {
    operation: 'issueCheckReceipt',
    clientMutationId: parsed.clientMutationId,
    input: { code: checked.code, purpose: parsed.purpose },
  }
  return runUseCase(context, command, async (unit) => {
    const id = await writeReceipt(unit, checked, parsed.purpose)
    await unit.audit({
      action: 'checks.issueReceipt',
      entity: 'CheckReceipt',
      entityId: id,
      after: { code: checked.code, purpose: parsed.purpose },
    })
    return id
  })
}

/** Writes the signed receipt of a check inside a running transaction: acceptance attaches it to its case. */
export async function writeReceipt(unit: UnitOfWork, checked: CheckedSubject, purpose: string): Promise<string> {
  const number = await nextNumber(unit, 'CHECK_RECEIPT')
  const { viewer } = unit
  const signed = {
    number,
    code: checked.code,
    name: checked.name,
    isKnown: checked.isKnown,
    missCount: checked.missCount,
    purpose,
    answer: checked.answer,
  }
  const { code, subjectId, standingVersion, answer } = checked
  const signature = await unit.context.receiptSigner.sign(signed)
  const [receipt] = await unit.tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "CheckReceipt" ("id", "number", "subjectId", "queriedCode", "answer", "standingVersion", "ruleSetVersion", "purpose", "checkedAt",
      "checkedById", "organisationId", "signature")
    VALUES (gen_random_uuid(), ${number}, ${subjectId}::uuid, ${code}, ${JSON.stringify(answer)}::jsonb, ${standingVersion}, ${answer.ruleSetVersion},
      ${purpose}, ${unit.now}, ${viewer.userId}::uuid, ${viewer.organisationId}::uuid, ${signature})
    RETURNING "id"`
  if (!receipt) throw new Error('no receipt written')
  return receipt.id
}
