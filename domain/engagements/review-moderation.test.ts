import { describe, expect, test } from 'vitest'
import { decideLifting, decideModeration, isCommentHidden, isReplyHidden } from './review-moderation.ts'

const words = { comment: '电话 13800000000', reply: '感谢', moderatedPart: null } as const

describe('words are hidden one part at a time, and shown again together', () => {
  test.each([
    [words, 'COMMENT', { ok: true, value: 'COMMENT' }],
    [words, 'REPLY', { ok: true, value: 'REPLY' }],
    [{ ...words, moderatedPart: 'REPLY' }, 'COMMENT', { ok: true, value: 'BOTH' }],
    [{ ...words, moderatedPart: 'COMMENT' }, 'COMMENT', { ok: false, refusal: { code: 'ALREADY_MODERATED' } }],
    [{ ...words, moderatedPart: 'BOTH' }, 'REPLY', { ok: false, refusal: { code: 'ALREADY_MODERATED' } }],
    [{ ...words, comment: '' }, 'COMMENT', { ok: false, refusal: { code: 'NO_WORDS', part: 'COMMENT' } }],
    [{ ...words, reply: null }, 'REPLY', { ok: false, refusal: { code: 'NO_WORDS', part: 'REPLY' } }],
  ] as const)('%j %s', (before, part, decided) => {
    expect(decideModeration(before, part)).toEqual(decided)
  })

  test('what is hidden', () => {
    expect(
      ['COMMENT', 'REPLY', 'BOTH', null].map((moderatedPart) => [
        isCommentHidden({ moderatedPart } as never),
        isReplyHidden({ moderatedPart } as never),
      ]),
    ).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [false, false],
    ])
    expect(decideLifting(words)).toEqual({ ok: false, refusal: { code: 'NOT_MODERATED' } })
    expect(decideLifting({ moderatedPart: 'BOTH' })).toEqual({ ok: true, value: true })
  })
})
