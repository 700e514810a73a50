/**
 * What the automatic checks find about a requested change 自动核查. A blocking one must be mended first; all others are for the officer to
 * weigh. Facts are for the sentence; none of them is shown to the public.
 */
export interface ChangeFinding {
  readonly code: ChangeFindingCode
  readonly level: 'BLOCKS' | 'NOTE'
  readonly facts: Readonly<Record<string, string | number>>
}

export const changeFindingCodes = [
  'OPEN_CASE',
  'NAME_TAKEN',
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_GAP',
  'CERTIFICATE_ELSEWHERE',
  'ITEM_LEFT_UNCOVERED',
  'ITEM_CANCELLED',
  'PERSON_BARRED',
  'PERSON_AT_OTHER_INSTITUTION',
  'PERSON_ALREADY_REGISTERED',
  'PERSON_UNDER_CASE',
  'OFFERING_BARRED',
  'AGENCY_TIE_ENDS',
] as const
export type ChangeFindingCode = (typeof changeFindingCodes)[number]

/** Those that can't be accepted over: the register may not come to say what is not so, or let in whom a list keeps out. */
const blocking: readonly ChangeFindingCode[] = ['CERTIFICATE_EXPIRED', 'PERSON_BARRED', 'PERSON_ALREADY_REGISTERED']

export const changeFinding = (code: ChangeFindingCode, facts: ChangeFinding['facts'] = {}): ChangeFinding => ({
  code,
  level: blocking.includes(code) ? 'BLOCKS' : 'NOTE',
  facts,
})
