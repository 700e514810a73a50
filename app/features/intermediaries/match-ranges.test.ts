import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchRanges } from './match-ranges.ts'

const marked = (name: string, terms: readonly string[]) => matchRanges(name, terms).map(([start, end]) => name.slice(start, end))

describe('what is marked in a name', () => {
  it.each([
    ['the word', '河南中豫环境工程咨询有限公司', ['中豫'], ['中豫']],
    ['each word', '河南中豫环境工程咨询有限公司', ['环境', '中豫'], ['中豫环境']],
    ['across what folding drops', '河南（中豫）环境', ['中豫环境'], ['中豫）环境']],
    ['in full width and capitals', '河南ＡＢ检测', ['ab检测'], ['ＡＢ检测']],
    ['the pairs of a misspelt word', '河南中豫环境工程', ['中豫环镜工程'], ['中豫环', '工程']],
    ['behind characters of two units', '𠮷林中豫', ['中豫'], ['中豫']],
    ['nothing', '河南中豫环境工程', ['zyhj', ''], []],
  ])('%s', (_what, name, terms, expected) => {
    expect(marked(name, terms)).toEqual(expected)
  })

  it('parts are in order, apart, inside the name and never cut a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 5 }),
        (name, terms) => {
          let last = -1
          for (const [start, end] of matchRanges(name, terms)) {
            expect(start).toBeGreaterThan(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(name.length)
            expect(name.slice(start, end)).not.toMatch(/\p{Surrogate}/u)
            last = end
          }
        },
      ),
    )
  })
})
