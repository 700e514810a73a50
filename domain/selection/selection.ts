import type { TransitionTable } from '#domain/kernel/transition-table.ts'

/** How an intermediary is chosen (rulebook R3). DIRECT needs no announcement; the others are selections 选取. */
export const selectionModes = ['DIRECT', 'RANDOM_DRAW', 'LOWEST_QUOTE', 'AVERAGE_PRICE', 'COMPARATIVE', 'CREDIT_SHORTLIST'] as const
export type SelectionMode = (typeof selectionModes)[number]

/** Whose money pays for the project: 财政性资金, 混合资金, 社会资金. */
export const fundSources = ['STATE', 'MIXED', 'PRIVATE'] as const
export type FundSource = (typeof fundSources)[number]

/** States of one round of a selection. */
export const selectionStates = [
  'DRAFT',
  'ANNOUNCED',
  'SIGN_UP',
  'CLOSED',
  'OPENED',
  'DRAWN',
  'PUBLICITY',
  'DISPUTED',
  'AWARDED',
  'CONTRACTED',
  'FAILED',
  'RE_ANNOUNCED',
  'CANCELLED',
] as const
export type SelectionState = (typeof selectionStates)[number]

/**
 * The procedure (rulebook R3). The owner may end it while nothing is known of what the bidders offered; from the opening on only its rules
 * end it. A failed round stays failed unless it is announced once more.
 */
export const selectionTransitions: TransitionTable<SelectionState> = {
  DRAFT: ['ANNOUNCED', 'CANCELLED'],
  ANNOUNCED: ['SIGN_UP', 'CANCELLED'],
  SIGN_UP: ['CLOSED', 'FAILED', 'CANCELLED'],
  CLOSED: ['OPENED', 'DRAWN', 'FAILED', 'CANCELLED'],
  OPENED: ['DRAWN', 'PUBLICITY', 'FAILED'],
  DRAWN: ['PUBLICITY', 'FAILED'],
  PUBLICITY: ['AWARDED', 'DISPUTED', 'FAILED'],
  DISPUTED: ['PUBLICITY', 'FAILED'],
  AWARDED: ['CONTRACTED', 'FAILED'],
  CONTRACTED: [],
  FAILED: ['RE_ANNOUNCED'],
  RE_ANNOUNCED: [],
  CANCELLED: [],
}

/** Where nothing more is due. A failed round is one of them, though it can still be announced once more. */
export const finalSelectionStates: readonly SelectionState[] = ['CONTRACTED', 'RE_ANNOUNCED', 'CANCELLED']

/** Whether bidders hand in sealed quotes, opened together. */
export const hasQuotes = (mode: SelectionMode): boolean => mode === 'LOWEST_QUOTE' || mode === 'AVERAGE_PRICE' || mode === 'COMPARATIVE'

/** Whether chance decides more than a tie: its draw comes straight after closing. */
export const isDrawn = (mode: SelectionMode): boolean => mode === 'RANDOM_DRAW' || mode === 'CREDIT_SHORTLIST'

/** Whether everyone may know that the selection exists. A draft, and one ended as a draft, is its owner's alone. */
export const isAnnounced = ({ announcedAt }: { readonly announcedAt: Date | null }): boolean => announcedAt !== null

/** Whether the pool is closed, so that the names of those who stand in it may be told. */
export const isPoolPublic = ({ closedAt }: { readonly closedAt: Date | null }): boolean => closedAt !== null
