import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { neutralOrderOf, neutralPlace, neutralTicketOf } from '#domain/catalogue/neutral-order.ts'
import type { SearchDocumentFacts } from '#search/intermediaries/search-document.ts'
import type { IntermediaryQuery, SearchPort } from '#search/search-port.ts'
import { firms, idOf } from './firms.ts'

/** An adapter to be held to the contract: `index` makes exactly these documents findable before it returns. */
export interface SearchAdapter {
  readonly port: SearchPort
  index(documents: readonly SearchDocumentFacts[]): Promise<void>
  close(): Promise<void>
}

const day = '2026-11-21'
export const everything: IntermediaryQuery = {
  text: '',
  serviceItemCodes: [],
  isOfferingAll: false,
  divisionCodes: [],
  grades: [],
  feeFromFen: null,
  feeToFen: null,
  minDays: null,
  maxDays: null,
  isChoosableOnly: false,
  sort: 'RELEVANCE',
  day,
  page: 1,
  limit: 20,
}

/** What every search adapter must do. */
export function describeSearchContract(name: string, open: () => Promise<SearchAdapter>): void {
  describe(`search contract: ${name}`, () => {
    let adapter: SearchAdapter
    const search = (query: Partial<IntermediaryQuery>) => adapter.port.searchIntermediaries({ ...everything, ...query })
    const namesFor = async (query: Partial<IntermediaryQuery>) => {
      const { ids } = await search(query)
      return ids.map((id) => firms.find((firm) => firm.intermediaryId === id)?.name)
    }

    beforeAll(async () => {
      adapter = await open()
      await adapter.index(firms)
    })
    afterAll(() => adapter.close())

    it.each([
      ['the whole name', '河南中豫环境工程咨询有限公司', 'WORDS'],
      ['a part of the name', '中豫环境', 'WORDS'],
      ['two words in any order', '工程 中豫', 'WORDS'],
      ['traditional characters', '中豫環境工程諮詢', 'WORDS'],
      ['full width', '中豫　环境', 'WORDS'],
      ['pinyin initials of a part', 'zyhj', 'INITIALS'],
      ['two initials at the beginning of the name', 'zy', 'INITIALS'],
      ['the beginning of the code', '91410100MA4DEM0', 'CODE'],
      ['a code in groups and lower case', '9141 0100 ma4d em01', 'CODE'],
      ['one wrong character', '河南中豫环镜工程咨询有限公司', 'SIMILAR'],
      ['name and everyday word without a space', '中豫环评', 'PARTS'],
    ])('finds by %s', async (_how, text, tier) => {
      const result = await search({ text })
      expect(result.tier).toBe(tier)
      expect(result.ids.slice(0, 2)).toContain(idOf('河南中豫环境工程咨询有限公司'))
    })

    it.each([
      ['an everyday word for a service', '环评'],
      ['a word of its name in the catalogue', '环境影响报告书'],
      ['traditional characters', '環評'],
      ['its code', 'ZJ-EIA-001'],
      ['its English name', 'environmental impact'],
    ])('finds who offers a service by %s', async (_how, text) => {
      const result = await search({ text })
      expect(result.focusItemCodes).toEqual(['ZJ-EIA-001'])
      const offering = firms.filter((firm) => firm.isListed && firm.offerings.some((offer) => offer.serviceItemCode === 'ZJ-EIA-001'))
      expect([...result.ids].sort()).toEqual(expect.arrayContaining(offering.map(({ intermediaryId }) => intermediaryId).sort()))
    })

    it('puts the equal name before those that only contain it', async () => {
      expect((await namesFor({ text: '绿源环保' }))[0]).toBe('绿源环保')
    })

    it('narrows by service and division; an offer for the city serves its districts', async () => {
      const names = await namesFor({ serviceItemCodes: ['ZJ-EIA-001'], divisionCodes: ['410105'] })
      expect(names).toContain('河南中豫环境工程咨询有限公司')
      expect(names).not.toContain('郑州中豫绿源环保科技有限公司')
    })

    it('asked for several services: who offers any of them, or all of them and is choosable for all', async () => {
      const both = { serviceItemCodes: ['ZJ-EIA-001', 'ZJ-SWC-001'] }
      expect((await search(both)).total).toBe(4)
      const all = { ...both, isOfferingAll: true }
      expect(await namesFor(all)).toEqual(['河南中豫环境工程咨询有限公司'])
      expect(await namesFor({ ...all, divisionCodes: ['410106'], isChoosableOnly: true })).toEqual(['河南中豫环境工程咨询有限公司'])
      expect(await namesFor({ ...all, divisionCodes: ['410102'] })).toEqual([])
    })

    it.each([
      ['a part of a name', '中豫环境', { kind: 'INTERMEDIARY', key: '91410100MA4DEM017X', name: '河南中豫环境工程咨询有限公司' }],
      ['initials', 'zyhj', { kind: 'INTERMEDIARY', key: '91410100MA4DEM017X', name: '河南中豫环境工程咨询有限公司' }],
      ['a code', '91410100MA4DEM0', { kind: 'INTERMEDIARY', key: '91410100MA4DEM017X', name: '河南中豫环境工程咨询有限公司' }],
      ['an everyday word for a service', '环评', { kind: 'SERVICE_ITEM', key: 'ZJ-EIA-001' }],
      ['the beginning of a division', '金水', { kind: 'DIVISION', key: '410105', name: '金水区' }],
    ])('suggests by %s', async (_how, text, expected) => {
      const suggestions = await adapter.port.suggest({ text, limit: 8, day })
      expect(suggestions).toContainEqual(expect.objectContaining(expected))
      expect(suggestions.length).toBeLessThanOrEqual(8)
    })

    it('suggests nothing for nothing, never more than asked for, and nobody who has exited', async () => {
      expect(await adapter.port.suggest({ text: ' ', limit: 8, day })).toEqual([])
      expect(await adapter.port.suggest({ text: '河南', limit: 1, day })).toHaveLength(1)
      expect(await adapter.port.suggest({ text: '已退出', limit: 8, day })).toEqual([])
    })

    it('a division counts for the service asked for, not for another service of the same firm', async () => {
      expect(await namesFor({ serviceItemCodes: ['ZJ-SWC-001'], divisionCodes: ['410102'] })).toEqual([])
    })

    it('takes fee and days from the offer asked for', async () => {
      const names = await namesFor({ serviceItemCodes: ['ZJ-EIA-001'], feeToFen: 2_600_000 })
      expect(names).toEqual(['郑州中豫绿源环保科技有限公司'])
      expect(await namesFor({ serviceItemCodes: ['ZJ-EIA-001'], maxDays: 18 })).toEqual(['河南中豫环境工程咨询有限公司'])
      expect(await namesFor({ serviceItemCodes: ['ZJ-EIA-001'], minDays: 18, maxDays: 18 })).toEqual(['河南中豫环境工程咨询有限公司'])
      expect(await namesFor({ serviceItemCodes: ['ZJ-EIA-001'], minDays: 19 })).not.toContain('河南中豫环境工程咨询有限公司')
    })

    it('orders by fee, days and grade', async () => {
      const item = { serviceItemCodes: ['ZJ-EIA-001'], isChoosableOnly: true }
      expect((await namesFor({ ...item, sort: 'FEE' }))[0]).toBe('郑州中豫绿源环保科技有限公司')
      expect((await namesFor({ ...item, sort: 'DAYS' }))[0]).toBe('河南中豫环境工程咨询有限公司')
      expect((await namesFor({ ...item, sort: 'GRADE' }))[0]).toBe('河南中豫环境工程咨询有限公司')
    })

    it('counts facets within the results; grade, fee and days as if their own filter were off', async () => {
      const { facets, total } = await search({ serviceItemCodes: ['ZJ-EIA-001'], grades: ['A'] })
      expect(total).toBe(1)
      expect(facets.serviceItems).toEqual([
        { value: 'ZJ-EIA-001', count: 1 },
        { value: 'ZJ-SWC-001', count: 1 },
      ])
      expect(Object.fromEntries(facets.grades.map(({ value, count }) => [value, count]))).toEqual({ A: 1, B: 1, E: 1, N: 1 })
      expect(facets.fees.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(total)
    })

    it('a count says how many results the choice of that value leaves', async () => {
      for (const query of [{}, { serviceItemCodes: ['ZJ-EIA-001'] }, { text: '环评' }]) {
        const { facets } = await search(query)
        for (const { value, count } of facets.divisions)
          expect((await search({ ...query, divisionCodes: [value] })).total, value).toBe(count)
        for (const { value, count } of facets.grades) expect((await search({ ...query, grades: [value as 'A'] })).total, value).toBe(count)
        for (const { value, count } of facets.days) expect((await search({ ...query, maxDays: Number(value) })).total, value).toBe(count)
      }
    })

    it('R5: a blacklisted firm is found, graded E and not choosable, until the last day of the entry', async () => {
      const text = '河南中豫天成评估有限公司'
      expect(await namesFor({ text })).toEqual([text])
      expect(await namesFor({ text, isChoosableOnly: true })).toEqual([])
      expect(await namesFor({ text, grades: ['E'] })).toEqual([text])
      const after = { text, day: '2028-10-13' }
      expect(await namesFor({ ...after, isChoosableOnly: true })).toEqual([text])
      expect(await namesFor({ ...after, grades: ['E'] })).toEqual([])
    })

    it('R3: an expired qualification ends choosability with the day after its last day', async () => {
      const item = { serviceItemCodes: ['ZJ-CON-004'], isChoosableOnly: true }
      expect(await namesFor({ ...item, day: '2027-02-28' })).toEqual(['郑州恒信工程检测有限公司'])
      expect(await namesFor({ ...item, day: '2027-03-01' })).toEqual([])
    })

    it('leaves out who has exited, and offers that were withdrawn or whose item was cancelled', async () => {
      expect(await namesFor({ text: '已退出咨询' })).toEqual([])
      expect(await namesFor({ serviceItemCodes: ['ZJ-EIA-002'] })).toEqual([])
      expect(await namesFor({ serviceItemCodes: ['ZJ-FLD-001'] })).toEqual([])
    })

    it('R3: equals stand in the order of the day, which nothing but day and id decides', async () => {
      const listed = firms.filter(({ isListed, intermediaryId }) => isListed && intermediaryId !== idOf('河南中豫天成评估有限公司'))
      for (const when of ['2026-11-21', '2026-11-22']) {
        const order = neutralOrderOf(when)
        const placed = listed.map(({ intermediaryId: id }) => ({ id, place: neutralPlace(neutralTicketOf(id), order) }))
        const expected = placed.sort((a, b) => a.place - b.place).map(({ id }) => id)
        const found = await search({ day: when, isChoosableOnly: true })
        expect(found.ids).toEqual(expected)
        expect(found.seed).toBe(order.seed)
      }
    })

    it('pages without gap or repetition', async () => {
      const whole = await search({})
      const pages = await Promise.all([1, 2, 3, 4].map((page) => search({ page, limit: 2 })))
      expect(pages.flatMap(({ ids }) => ids)).toEqual(whole.ids)
      expect(pages.map(({ total }) => total)).toEqual([whole.total, whole.total, whole.total, whole.total])
    })

    it.each(['%', '_', "'; DROP TABLE x; --", '\\', '{}', '"', '🙂', '\u0000', '）（', ' ', 'a'.repeat(500), '豫'.repeat(500)])(
      'survives the text %j',
      async (text) => {
        const result = await search({ text })
        expect(result.total).toBeGreaterThanOrEqual(0)
      },
    )

    it('finds a firm under its new name at once, and no longer under the old one', async () => {
      const [first] = firms
      if (!first) throw new Error('no firm')
      await adapter.index([{ ...first, name: '河南新名字环境有限公司' }])
      expect((await search({ text: '新名字' })).ids).toEqual([first.intermediaryId])
      await adapter.index([first])
      expect((await search({ text: '新名字环境有限公司' })).ids).not.toContain(first.intermediaryId)
    })
  })
}
