import type { NoticeRule } from '../notice.ts'

/** 评价: the intermediary is told of marks and words, the author of a moderation. */
export const reviewNotices: Readonly<Record<string, NoticeRule>> = {}
