import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'

/** What words may be hidden for: nothing else, least of all that they are unfavourable. */
export const moderationGrounds = ['PERSONAL_DATA', 'INSULT'] as const
export type ModerationGround = (typeof moderationGrounds)[number]

export const moderatedParts = ['COMMENT', 'REPLY', 'BOTH'] as const
export type ModeratedPart = (typeof moderatedParts)[number]

/** The words of a review; the marks are never touched. */
export interface ReviewWords {
  readonly comment: string
  readonly reply: string | null
  readonly moderatedPart: ModeratedPart | null
}

export const isCommentHidden = ({ moderatedPart }: Pick<ReviewWords, 'moderatedPart'>): boolean =>
  moderatedPart === 'COMMENT' || moderatedPart === 'BOTH'
export const isReplyHidden = ({ moderatedPart }: Pick<ReviewWords, 'moderatedPart'>): boolean =>
  moderatedPart === 'REPLY' || moderatedPart === 'BOTH'

export type ModerationRefusal =
  | { readonly code: 'NO_WORDS'; readonly part: Exclude<ModeratedPart, 'BOTH'> }
  | { readonly code: 'ALREADY_MODERATED' }
  | { readonly code: 'NOT_MODERATED' }

/** Which parts are hidden when this one is, too. */
export function decideModeration(words: ReviewWords, part: Exclude<ModeratedPart, 'BOTH'>): Result<ModeratedPart, ModerationRefusal> {
  if ((part === 'COMMENT' ? words.comment : (words.reply ?? '')) === '') return refuse({ code: 'NO_WORDS', part })
  if (words.moderatedPart === null) return ok(part)
  return words.moderatedPart === part || words.moderatedPart === 'BOTH' ? refuse({ code: 'ALREADY_MODERATED' }) : ok('BOTH')
}

/** Whether there is something to lift. */
export function decideLifting({ moderatedPart }: Pick<ReviewWords, 'moderatedPart'>): Result<true, ModerationRefusal> {
  return moderatedPart === null ? refuse({ code: 'NOT_MODERATED' }) : ok(true)
}
