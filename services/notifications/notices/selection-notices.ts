import type { NoticeRule } from '../notice.ts'

/** 选取: every step is told to whom it concerns. */
export const selectionNotices: Readonly<Record<string, NoticeRule>> = {}
