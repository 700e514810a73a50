import { z } from 'zod'
import { checkMaterialDays } from '#domain/commitments/due-date.ts'
import type { WantedDay } from '#domain/commitments/due-date.ts'
import { verificationDay } from '#domain/commitments/verification-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { SentFile } from '../files/receive-file.ts'
import { sentFiles } from '../files/sent-files.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

export const signatureMethods = ['TYPED', 'PAPER_IMAGE'] as const

/** What an acceptance names of the letter, for its own input schema; everything is asked for by the mode, not by the schema. */
export const signedPromiseInput = {
  /** Who signs the commitment letter: legal representative or authorised agent. Tolerant modes only. */
  signerName: z.string().trim().max(100).nullish(),
  /** TYPED: before the officer, confirmed in the applicant's account where there is one. PAPER_IMAGE: the signed paper as a file. */
  signatureMethod: z.enum(signatureMethods).default('TYPED'),
  signedPaper: sentFiles.max(1, 'FILES_TOO_MANY').default([]),
  /** The day promised for every material without a day of its own. Tolerant acceptance only. */
  supplementDueOn: z.string().nullish(),
  /** Materials with a day of their own. */
  dueDays: z.array(z.object({ materialSeq: z.number().int(), dueOn: z.string() })).default([]),
  /** The applicant agrees to the publication of the commitment. Tolerant handling only. */
  isPublicityAgreed: z.boolean().nullish(),
}

export interface SignedPromise {
  readonly signerName?: string | null | undefined
  readonly signatureMethod: (typeof signatureMethods)[number]
  readonly signedPaper: readonly SentFile[]
  readonly supplementDueOn?: string | null | undefined
  readonly dueDays: readonly { readonly materialSeq: number; readonly dueOn: string }[]
  readonly isPublicityAgreed?: boolean | null | undefined
}

interface Asked {
  readonly mode: 'TOLERANT_ACCEPTANCE' | 'TOLERANT_HANDLING'
  readonly promised: readonly { readonly seq: number }[]
  readonly promisedWorkingDays: number
  readonly acceptance: SignedPromise & { readonly acceptedOn: CalendarDay; readonly calendar: WorkingCalendar }
}

/** The letter's days and signature, checked: `dueOnOf` is a material's own day, null where it is the letter's last one. */
export interface Signed {
  readonly signerName: string
  readonly signatureMethod: (typeof signatureMethods)[number]
  readonly signedPaper: SentFile | null
  readonly lastDueOn: CalendarDay
  dueOnOf(seq: number): CalendarDay | null
}

/**
 * What the applicant gave. Every gap is told at once, beside its field.
 * @throws RefusedError DUE_DAY_…, CALENDAR_NOT_LOADED · ValidationError
 */
export function requireSigned(asked: Asked): Signed {
  // The fields first: a day is only worth a refusal of its own once there is one.
  const { lastDueOn, own, ...signature } = { ...requireFields(asked), ...daysOf(asked) }
  return { ...signature, lastDueOn, dueOnOf: (seq) => own.get(seq) ?? null }
}

function requireFields({ mode, promised, acceptance }: Asked): Pick<Signed, 'signerName' | 'signatureMethod' | 'signedPaper'> {
  const { signatureMethod, dueDays } = acceptance
  const isHandling = mode === 'TOLERANT_HANDLING'
  const signerName = acceptance.signerName || null
  const signedPaper = (signatureMethod === 'PAPER_IMAGE' && acceptance.signedPaper[0]) || null
  const isEachDated = promised.every(({ seq }) => dueDays.some(({ materialSeq }) => materialSeq === seq))
  const gaps = [
    ...(signerName ? [] : ['signerName']),
    ...(signatureMethod === 'PAPER_IMAGE' && !signedPaper ? ['signedPaper'] : []),
    ...(isHandling || acceptance.supplementDueOn || isEachDated ? [] : ['supplementDueOn']),
    ...(isHandling && acceptance.isPublicityAgreed !== true ? ['isPublicityAgreed'] : []),
  ]
  if (!signerName || gaps.length > 0) throw new ValidationError(gaps.map((path) => ({ path, code: 'REQUIRED', facts: {} })))
  const unknown = dueDays.filter(({ materialSeq }) => !promised.some(({ seq }) => seq === materialSeq))
  if (unknown.length > 0) {
    const facts = { materials: unknown.map(({ materialSeq }) => materialSeq) }
    throw new ValidationError([{ path: 'dueDays', code: 'MATERIAL_UNKNOWN', facts }])
  }
  return { signerName, signatureMethod, signedPaper }
}

function daysOf({ mode, promised, promisedWorkingDays, acceptance }: Asked) {
  const { acceptedOn, calendar, dueDays, supplementDueOn } = acceptance
  if (mode === 'TOLERANT_HANDLING')
    return { lastDueOn: unwrap(verificationDay(acceptedOn, calendar)), own: new Map<number, CalendarDay | null>() }
  const wanted = promised.map(({ seq }) => ({ seq, dueOn: dueDays.find(({ materialSeq }) => materialSeq === seq)?.dueOn ?? null }))
  const checked = checkMaterialDays(wanted, supplementDueOn ?? '', { acceptedOn, promisedWorkingDays }, calendar)
  const { lastDueOn, days } = unwrap<{ readonly lastDueOn: CalendarDay; readonly days: readonly WantedDay[] }, { readonly code: string }>(
    checked,
  )
  return { lastDueOn, own: new Map(days.map(({ seq, dueOn }) => [seq, dueOn])) }
}
