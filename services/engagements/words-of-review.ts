import { moderatedParts } from '#domain/engagements/review-moderation.ts'
import type { ReviewWords } from '#domain/engagements/review-moderation.ts'

/** A stored review's words as the rules of moderation see them. */
export const wordsOf = (row: {
  readonly comment: string
  readonly reply: string | null
  readonly moderatedPart: string | null
}): ReviewWords => ({
  comment: row.comment,
  reply: row.reply,
  moderatedPart: moderatedParts.find((part) => part === row.moderatedPart) ?? null,
})
