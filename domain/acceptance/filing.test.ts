import { describe, expect, it, test } from 'vitest'
import { caseStates } from './case-state.ts'
import { checkAfterNotice, checkNotice } from './correction-scope.ts'
import { decideFiling, filingGaps } from './filing.ts'
import type { DraftedMaterial } from './filing.ts'
import { decideNonAcceptance, nonAcceptanceGrounds } from './non-acceptance.ts'
import { readProjectCode } from './project-code.ts'

const material = (seq: number, changes: Partial<DraftedMaterial> = {}): DraftedMaterial => ({
  ...{ seq, isEssential: false, isCancelled: false, fileCount: 0, hasDeliverable: false, isOnPaper: false },
  ...changes,
})
const gapsOf = (materials: readonly DraftedMaterial[], projectName = '虚构项目') => filingGaps({ projectName, materials })

describe('what is missing before a draft is filed', () => {
  it('names each material nothing is there for, the essential ones as such', () =>
    expect(gapsOf([material(1, { isEssential: true }), material(2), material(3, { fileCount: 1 })])).toEqual([
      { code: 'ESSENTIAL_MISSING', seq: 1, isBlocking: false },
      { code: 'DEFERRABLE_MISSING', seq: 2, isBlocking: false },
    ]))

  test.each<[string, Partial<DraftedMaterial>]>([
    ['a file', { fileCount: 1 }],
    ['an accepted result', { hasDeliverable: true }],
    ['paper', { isOnPaper: true }],
    ['nothing, where nobody may ask for it', { isCancelled: true, isEssential: true }],
  ])('%s is enough', (_, changes) => expect(gapsOf([material(1, changes)])).toEqual([]))

  it('行政许可法 32(4): missing materials hold up no filing, a missing project does', () => {
    expect(decideFiling('DRAFT', gapsOf([material(1, { isEssential: true })]))).toEqual({ ok: true, value: null })
    expect(decideFiling('DRAFT', gapsOf([], '  '))).toEqual({ ok: false, refusal: { code: 'DRAFT_INCOMPLETE' } })
  })

  test.each(caseStates.filter((state) => state !== 'DRAFT'))('%s is filed already', (state) =>
    expect(decideFiling(state, [])).toEqual({ ok: false, refusal: { code: 'DRAFT_FILED', state } }),
  )
})

describe('行政许可法 32(4): once, and everything', () => {
  const found = (seq: number, presence: 'PRESENT' | 'MISSING' | 'FLAWED', note: string | null = null) => ({ seq, presence, note })

  it('a flaw is named', () => {
    expect(checkNotice([found(1, 'MISSING'), found(2, 'FLAWED', '未盖章'), found(3, 'PRESENT')]).ok).toBe(true)
    expect(checkNotice([found(1, 'FLAWED', ' '), found(2, 'FLAWED')])).toEqual({
      ok: false,
      refusal: { code: 'FLAW_NOT_NAMED', materials: [1, 2] },
    })
  })

  it('after the notice nothing new is asked for', () => {
    expect(checkAfterNotice([1, 3], [found(1, 'FLAWED'), found(2, 'PRESENT'), found(3, 'MISSING')]).ok).toBe(true)
    expect(checkAfterNotice([1], [found(1, 'PRESENT'), found(2, 'MISSING'), found(4, 'FLAWED')])).toEqual({
      ok: false,
      refusal: { code: 'DEMANDED_AFTER_NOTICE', materials: [2, 4] },
    })
  })
})

describe('行政许可法 32, 78: grounds of non-acceptance', () => {
  test.each(nonAcceptanceGrounds.filter((ground) => ground !== 'NOT_CORRECTED'))('%s needs no notice before', (ground) =>
    expect(decideNonAcceptance({ state: 'FILED', lackingCount: 0 }, ground)).toEqual({ ok: true, value: ground }),
  )
  test.each([
    ['no notice went out', 'FILED', 2, 'CORRECTION_FIRST'],
    ['everything came', 'CORRECTION_REQUESTED', 0, 'CORRECTED'],
  ] as const)('not for want of materials when %s', (_, state, lackingCount, code) =>
    expect(decideNonAcceptance({ state, lackingCount }, 'NOT_CORRECTED')).toEqual({ ok: false, refusal: { code } }),
  )
  it('after the notice, what still lacks is one', () =>
    expect(decideNonAcceptance({ state: 'CORRECTION_REQUESTED', lackingCount: 1 }, 'NOT_CORRECTED').ok).toBe(true))
})

describe('项目代码', () => {
  test.each(['2601-410105-04-01-123456', '２６０１ 410105 04 01 123456', '2601–410105–04–01–123456', '26014101050401123456'])(
    '%s',
    (typed) => expect(readProjectCode(typed)).toEqual({ ok: true, value: '2601-410105-04-01-123456' }),
  )
  test.each(['', '2601-410105-04-01-12345', 'ABCD-410105-04-01-123456', '2601-410105-04-01-1234567'])('%s is none', (typed) =>
    expect(readProjectCode(typed)).toEqual({ ok: false, refusal: { code: 'PROJECT_CODE_INVALID' } }),
  )
})
