/** What an objection to data can be about: the tables that say something of a subject. */
export const dataTargets = ['CREDIT_EVENT', 'LIST_ENTRY', 'REVIEW', 'ASSESSMENT', 'REGISTER_FIELD', 'SUBJECT_FIELD'] as const
export type DataTarget = (typeof dataTargets)[number]

/**
 * The fields an objection can ask to be put right, by target; an objection without a field asks that the whole record be annulled. What a
 * reviewer or an assessor judged isn't corrected word by word: it stands or it falls.
 */
export const correctableFields = {
  CREDIT_EVENT: ['description', 'occurredOn', 'points', 'countsUntilOn'],
  LIST_ENTRY: ['reasons', 'basis'],
  REVIEW: [],
  ASSESSMENT: [],
  REGISTER_FIELD: ['legalForm', 'legalRepresentative', 'address', 'phone', 'introduction'],
  SUBJECT_FIELD: ['name'],
} as const satisfies Record<DataTarget, readonly string[]>
export type CorrectableField = (typeof correctableFields)[DataTarget][number]

/** Slips of the pen: they can be put right even in what a decision said, because they change nothing that was decided. */
const clericalFields: readonly CorrectableField[] = ['description', 'occurredOn', 'reasons', 'basis']

/** Another remedy, with safeguards of its own, that an objection to data may not go round. */
export type OtherRemedy = 'APPEAL' | 'BREACH_OBJECTION' | 'REGISTER_CHANGE'

/** Where the record comes from: the table its row follows from, null where it is its own source. */
export interface ContestedRecord {
  readonly target: DataTarget
  readonly sourceType: string | null
}

const remedyOfSource: Readonly<Record<string, OtherRemedy>> = {
  ViolationCase: 'APPEAL',
  CommitmentBreach: 'BREACH_OBJECTION',
  UntrueFinding: 'APPEAL',
}

/**
 * The remedy this wish belongs to instead: what was decided by procedure is appealed, a broken promise is objected to as such. Null where an
 * objection to data is the way.
 */
export function otherRemedyFor({ target, sourceType }: ContestedRecord, field: CorrectableField | null): OtherRemedy | null {
  if (field !== null && clericalFields.includes(field)) return null
  if (field === null && (target === 'REGISTER_FIELD' || target === 'SUBJECT_FIELD')) return 'REGISTER_CHANGE'
  if (target === 'LIST_ENTRY') return 'APPEAL'
  return sourceType === null ? null : (remedyOfSource[sourceType] ?? null)
}

/** The field by its name, null where this target has none of that name. */
export function fieldOf(target: DataTarget, name: string): CorrectableField | null {
  const fields: readonly CorrectableField[] = correctableFields[target]
  return fields.find((field) => field === name) ?? null
}
