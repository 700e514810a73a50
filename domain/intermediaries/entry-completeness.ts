import { z } from 'zod'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { checkUscc, normaliseUscc } from '#domain/kernel/uscc.ts'
import { affiliationKinds } from './affiliation.ts'
import { entrySteps } from './entry-draft.ts'
import type { EntryDraft, EntryStep } from './entry-draft.ts'
import { feeScheduleOfText } from './entry-fee.ts'
import type { EntryRuleSet } from './entry-rule-set.ts'

/** One thing that is missing or wrong in a draft: the step, the field in it, a code and its facts. */
export interface EntryProblem {
  readonly step: EntryStep
  readonly path: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

// Every message is a code. Blank counts as missing.
const required = z.string().trim().min(1, { error: 'REQUIRED', abort: true })
const name = required.min(2, 'TOO_SHORT')
const code = required.transform((typed) => normaliseUscc(typed))
const day = required.refine(isCalendarDay, 'DAY_INVALID')
const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
const optionalDay = optional.refine((text) => text === null || isCalendarDay(text), 'DAY_INVALID')

type Check = z.core.$RefinementCtx
const problem = (check: Check, message: string, path: (string | number)[], params: object = {}): void =>
  check.addIssue({ code: 'custom', message, path, params })

/** The person's number, by its keyed hash; the number itself stays sealed. */
const person = z
  .object({ cipher: z.string(), hash: z.string().nullable(), masked: z.string(), problem: z.string().nullable() })
  .nullable()
  .transform((sealed, check) => {
    if (sealed?.hash != null) return { cipher: sealed.cipher, hash: sealed.hash, masked: sealed.masked }
    problem(check, sealed ? 'IDENTITY_INVALID' : 'REQUIRED', [], sealed ? { reason: sealed.problem } : {})
    return z.NEVER
  })

const identity = z.object({
  name,
  uscc: code,
  usccReason: z.string().trim(),
  legalForm: required,
  divisionCode: required,
  address: required,
  phone: required.regex(/^[\d+\-() ]{5,50}$/, 'PHONE_INVALID'),
  introduction: z.string().trim(),
})

/** Asked apart from the other fields, so that a wrong code is told while they are still empty. */
function usccProblems({ identity: typed }: EntryDraft, { parameters }: EntryRuleSet): readonly EntryProblem[] {
  const uscc = normaliseUscc(typed?.uscc ?? '')
  const checked = uscc === '' ? null : checkUscc(uscc)
  if (!checked || checked.ok) return []
  const { code: message, ...facts } = checked.refusal
  // R8: early pilot codes pass with a reason that an officer reviews; a typing error is told with the character that would fit.
  const isAskedFor = parameters.isUsccOverrideAllowed.value && facts.reason === 'checkChar' && typed?.usccReason.trim() !== ''
  return isAskedFor ? [] : [{ step: 'identity', path: 'uscc', code: message, facts }]
}

const qualification = z
  .object({
    name,
    grade: optional,
    certificateNo: required,
    issuer: name,
    validFromOn: day,
    validUntilOn: optionalDay,
    serviceItemCodes: z.array(required).min(1, 'ITEMS_MISSING'),
  })
  .refine(({ validFromOn, validUntilOn }) => validUntilOn === null || validUntilOn >= validFromOn, {
    path: ['validUntilOn'],
    message: 'ENDS_BEFORE_IT_BEGINS',
  })

const practitioner = z.object({ key: z.string(), name: required, title: required, certificateNo: optional, identity: person })

const tie = z
  .object({
    kind: z.enum(affiliationKinds, 'AFFILIATION_KIND_UNKNOWN'),
    partyName: name,
    partyUscc: optional.transform((text, check) => {
      const uscc = text && normaliseUscc(text)
      const checked = uscc === null ? null : checkUscc(uscc)
      if (checked && !checked.ok) problem(check, 'USCC_INVALID', [], checked.refusal)
      return uscc
    }),
    agencyId: optional.refine((id) => id === null || z.uuid().safeParse(id).success, 'AGENCY_UNKNOWN'),
    sharePercent: optional.transform((text, check) => {
      const share = text === null ? null : Number(text.normalize('NFKC').replace('%', ''))
      if (share !== null && !(share >= 0 && share <= 100)) problem(check, 'SHARE_INVALID', [])
      return share
    }),
    fromOn: day,
    note: z.string().trim(),
  })
  // A unit, an association or its firm is one of some agency; without it the tie says nothing.
  .refine(({ kind, agencyId }) => agencyId !== null || kind === 'OWNER' || kind === 'CONTROLLING', {
    path: ['agencyId'],
    message: 'AGENCY_WANTED',
  })

const affiliations = z.object({ isNoneDeclared: z.boolean(), ties: z.array(tie) }).superRefine(({ isNoneDeclared, ties }, check) => {
  if (!isNoneDeclared && ties.length === 0) problem(check, 'AFFILIATIONS_UNDECLARED', ['isNoneDeclared'])
  if (isNoneDeclared && ties.length > 0) problem(check, 'AFFILIATIONS_CONTRADICTED', ['isNoneDeclared'])
})

const fee = z
  .object({ kind: z.string(), unit: z.string(), amount: z.string(), minimum: z.string(), maximum: z.string(), tiers: z.array(z.any()) })
  .transform((typed, check) => {
    const schedule = feeScheduleOfText(typed)
    if (schedule.ok) return schedule.value
    problem(check, schedule.refusal.code, schedule.refusal.path.split('.'))
    return z.NEVER
  })

const days = required.transform((text, check) => {
  const count = Number(text.normalize('NFKC').trim())
  if (Number.isInteger(count) && count >= 1 && count <= 400) return count
  problem(check, 'WORKING_DAYS_INVALID', [])
  return z.NEVER
})

const offering = z.object({
  serviceItemCode: required,
  divisionCodes: z.array(required).min(1, 'DIVISIONS_MISSING'),
  fee,
  feeNote: z.string().trim(),
  promisedWorkingDays: days,
})

/** Each step's own check. What concerns several steps (who is named twice, which item lacks a certificate) is asked elsewhere. */
function stepSchemas({ parameters }: EntryRuleSet) {
  const wanted = parameters.statements.value.map((statement) => statement.code)
  return {
    identity,
    legalRepresentative: z.object({ name: required, identity: person }),
    qualifications: z.array(qualification),
    practitioners: z
      .array(practitioner)
      .min(1, 'PRACTITIONERS_MISSING')
      .superRefine((people, check) => {
        people.forEach((one, index) => {
          const earlier = people.slice(0, index).some((other) => other.identity?.hash === one.identity?.hash)
          if (earlier) problem(check, 'PERSON_NAMED_TWICE', [index, 'identity'])
        })
      }),
    affiliations,
    offerings: z
      .array(offering)
      .min(1, 'OFFERINGS_MISSING')
      .superRefine((offers, check) => {
        offers.forEach(({ serviceItemCode }, index) => {
          const earlier = offers.slice(0, index).some((other) => other.serviceItemCode === serviceItemCode)
          if (earlier) problem(check, 'ITEM_OFFERED_TWICE', [index, 'serviceItemCode'])
        })
      }),
    commitments: z
      .object({ accepted: z.array(z.string()), signerName: required })
      .refine(({ accepted }) => wanted.every((statement) => accepted.includes(statement)), {
        path: ['accepted'],
        message: 'STATEMENTS_NOT_ACCEPTED',
      }),
  } as const
}

type Schemas = ReturnType<typeof stepSchemas>
/** An application with nothing missing: codes folded, days and numbers read, identity numbers still sealed. */
export type CompleteEntry = { readonly [Step in EntryStep]: z.output<Schemas[Step]> }

/** Whether a draft can be submitted: all of it read, or everything that is missing or wrong, step by step (rulebook R3, R8). */
export function readEntry(
  draft: EntryDraft,
  ruleSet: EntryRuleSet,
): { readonly entry: CompleteEntry | null; readonly problems: readonly EntryProblem[] } {
  const schemas = stepSchemas(ruleSet)
  const problems: EntryProblem[] = []
  const read: Partial<Record<EntryStep, unknown>> = {}
  for (const step of entrySteps) {
    const part = draft[step]
    if (part === undefined) {
      problems.push({ step, path: '', code: 'STEP_MISSING', facts: {} })
      continue
    }
    const parsed = schemas[step].safeParse(part)
    if (parsed.success) read[step] = parsed.data
    else problems.push(...parsed.error.issues.map((issue) => toProblem(step, issue)))
    if (step === 'identity') problems.push(...usccProblems(draft, ruleSet))
  }
  return { entry: problems.length === 0 ? (read as CompleteEntry) : null, problems }
}

function toProblem(step: EntryStep, issue: z.core.$ZodIssue): EntryProblem {
  const facts = issue.code === 'custom' ? (issue.params ?? {}) : {}
  return { step, path: issue.path.join('.'), code: issue.message, facts }
}
