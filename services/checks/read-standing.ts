import type { Bar } from '#domain/credit/bar.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'
import type { ListMembership } from '#domain/credit/list-membership.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import { checkIdentityNumber, maskIdentityNumber, normaliseIdentityNumber } from '#domain/kernel/identity-number.ts'
import { checkUscc, normaliseUscc } from '#domain/kernel/uscc.ts'
import type { Tx } from '#prisma/client.ts'
import type { Platform } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

/** What is kept about a subject, as one row. `standing` is null while nothing was ever recorded. */
export interface KeptStanding {
  readonly subjectId: string
  readonly kind: 'ORGANISATION' | 'PERSON'
  readonly name: string
  readonly standing: {
    readonly grade: CreditGrade
    readonly gradeOffList: CreditStanding['gradeOffList']
    readonly score: number | null
    readonly missCount: number
    readonly lists: readonly ListMembership[]
    readonly bars: readonly Bar[]
    readonly ruleSetVersion: string
    readonly version: number
  } | null
}

/** A code as asked for: by what to look, and how to show it again (an identity number only ever masked). */
export interface SubjectCode {
  readonly uscc: string | null
  readonly identityHash: string | null
  readonly shown: string
}

/**
 * Reads what someone typed as a USCC or a resident identity number; both have 18 characters, so either check may recognise it.
 * @throws ValidationError USCC_INVALID with the reason, when it is neither
 */
export function readSubjectCode({ identityVault }: Pick<Platform, 'identityVault'>, typed: string): SubjectCode {
  const uscc = checkUscc(normaliseUscc(typed))
  const identity = checkIdentityNumber(normaliseIdentityNumber(typed))
  if (!uscc.ok && !identity.ok) {
    const { code, ...facts } = /^\d{17}[\dX]$/.test(normaliseIdentityNumber(typed)) ? identity.refusal : uscc.refusal
    throw new ValidationError([{ path: 'code', code, facts }])
  }
  return {
    uscc: uscc.ok ? uscc.value.uscc : null,
    identityHash: identity.ok ? identityVault.hash(identity.value.identityNumber) : null,
    shown: identity.ok ? maskIdentityNumber(identity.value.identityNumber) : normaliseUscc(typed),
  }
}

// Written by hand and prepared once: every counter in the city waits for this read.
const byUscc = statement('read-standing-by-uscc', '"uscc"')
const byIdentity = statement('read-standing-by-identity', '"identityHash"')

function statement(name: string, column: string): { readonly name: string; readonly text: string } {
  return {
    name,
    text: `SELECT s."id" AS "subjectId", s."kind"::text AS "kind", s."name", c."grade", c."gradeOffList", c."score", c."missCount", c."lists", c."bars", c."ruleSetVersion", c."version"
      FROM "Subject" s LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id" WHERE s.${column} = $1`,
  }
}

type Row = Pick<KeptStanding, 'subjectId' | 'kind' | 'name'> &
  NonNullable<KeptStanding['standing']> & { readonly grade: CreditGrade | null }

/** The one row behind a credit check, by unique key; null for a subject the platform has never met. */
export async function readStanding({ pool }: Pick<Platform, 'pool'>, code: SubjectCode): Promise<KeptStanding | null> {
  const row =
    (code.uscc && (await first(pool, byUscc, code.uscc))) || (code.identityHash && (await first(pool, byIdentity, code.identityHash)))
  return row ? keptOf(row) : null
}

/**
 * What is on record under a code whose check character doesn't fit: an early pilot code that was accepted after a review (rulebook R8).
 * Null for what is right, what is a person's number, and what nobody holds: `readSubjectCode` says more about those.
 */
export async function readEarlyCode({ pool }: Pick<Platform, 'pool'>, typed: string): Promise<KeptStanding | null> {
  const uscc = normaliseUscc(typed)
  const checked = checkUscc(uscc)
  const isEarly = !checked.ok && checked.refusal.reason === 'checkChar' && !checkIdentityNumber(normaliseIdentityNumber(typed)).ok
  const row = isEarly ? await first(pool, byUscc, uscc) : undefined
  return row ? keptOf(row) : null
}

/** The same of a subject by its id, inside a running transaction, with the code it is shown by. */
export async function readHeldStanding(tx: Tx, subjectId: string): Promise<KeptStanding & { readonly code: string }> {
  const [row] = await tx.$queryRaw<(Row & { readonly code: string })[]>`
    SELECT s."id" AS "subjectId", s."kind"::text AS "kind", s."name", coalesce(s."uscc", s."identityMasked", '') AS "code",
      c."grade", c."gradeOffList", c."score", c."missCount", c."lists", c."bars", c."ruleSetVersion", c."version"
    FROM "Subject" s LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id" WHERE s."id" = ${subjectId}::uuid`
  if (!row) throw new Error(`no subject ${subjectId}`)
  const { code, ...held } = row
  return { ...keptOf(held), code }
}

function keptOf({ subjectId, kind, name, grade, ...standing }: Row): KeptStanding {
  return { subjectId, kind, name, standing: grade && { grade, ...standing } }
}

async function first(
  pool: Platform['pool'],
  query: { readonly name: string; readonly text: string },
  key: string,
): Promise<Row | undefined> {
  return (await pool.query<Row>({ ...query, values: [key] })).rows[0]
}
