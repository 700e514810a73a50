import type { CommitmentLetter } from '#domain/commitments/commitment-letter.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Commitment } from '#prisma/generated/client.ts'
import { numbering } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** A commitment as it is signed, with what is promised: a material's `dueOn` is null where it is due on the letter's last day. */
export interface SignedCommitment extends Pick<
  Commitment,
  'caseId' | 'subjectId' | 'mode' | 'ruleSetVersion' | 'signerName' | 'signatureMethod' | 'signedFileId' | 'isPublished'
> {
  readonly supplementDueOn: CalendarDay
  readonly nextDueOn: CalendarDay | null
  readonly publicFromOn: CalendarDay | null
  readonly publicUntilOn: CalendarDay | null
  readonly letter: CommitmentLetter
  readonly items: readonly {
    readonly materialSeq: number
    readonly nameZh: string
    readonly nameEn: string
    readonly dueOn: CalendarDay | null
  }[]
}

/** Writes a commitment with its materials by one statement, which also gives it its number. */
export async function writeCommitment(
  unit: UnitOfWork,
  signed: SignedCommitment,
): Promise<{ readonly id: string; readonly number: string }> {
  const { items, letter, nextDueOn, ...row } = signed
  const [written] = await unit.tx.$queryRaw<{ id: string; number: string }[]>`
    WITH signed AS (
      INSERT INTO "Commitment" ("id", "number", "caseId", "subjectId", "mode", "state", "supplementDueOn", "letter", "signerName", "signatureMethod",
        "signedAt", "signedFileId", "nextDueOn", "isPublished", "publicFromOn", "publicUntilOn", "ruleSetVersion")
      VALUES (gen_random_uuid(), (${numbering(unit, 'COMMITMENT')}), ${row.caseId}::uuid, ${row.subjectId}::uuid, ${row.mode}::"AcceptanceMode", 'PENDING',
        ${row.supplementDueOn}::date, ${JSON.stringify(letter)}::jsonb, ${row.signerName}, ${row.signatureMethod}::"SignatureMethod",
        ${unit.now}, ${row.signedFileId}::uuid, ${nextDueOn}::date, ${row.isPublished}, ${row.publicFromOn}::date, ${row.publicUntilOn}::date,
        ${row.ruleSetVersion})
      RETURNING "id", "number"),
    promised AS (
      INSERT INTO "CommitmentItem" ("commitmentId", "materialSeq", "nameZh", "nameEn", "dueOn")
      SELECT signed."id", item.* FROM signed, jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS item("materialSeq" int, "nameZh" text, "nameEn" text, "dueOn" date))
    SELECT "id", "number" FROM signed`
  if (!written) throw new Error('no commitment written')
  return written
}
