import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Affiliation, TiedAgency } from './affiliation.ts'
import { affiliationKinds } from './affiliation.ts'
import { agencyKindsOf, isApprovedBy } from './agency-kind.ts'
import { agencyTiesOf, avoidanceOf } from './avoidance.ts'

const city: TiedAgency = { name: '市生态环境局', kind: '生态环境主管部门', divisionCodes: ['410100', '410105', '410106'] }
const district: TiedAgency = { name: '金水区生态环境局', kind: '生态环境主管部门', divisionCodes: ['410105'] }
const inDistrict = ['410105', '410100', '410000']
const inOther = ['410106', '410100', '410000']
const cityWide = ['410100', '410000']
const report = { approvingAgency: '生态环境主管部门' }
const today = '2026-11-20'

const tie = (holderUscc: string, changes: Partial<Affiliation> = {}): Affiliation => ({
  holderUscc,
  kind: 'OWNER',
  partyName: '某单位',
  partyUscc: null,
  agency: null,
  fromOn: '2020-01-01',
  untilOn: null,
  ...changes,
})

describe('the words of the catalogue', () => {
  test.each([
    ['生态环境主管部门会同自然资源主管部门', ['生态环境', '自然资源']],
    ['公安机关交通管理部门（生态环境部门监管）', ['公安机关交通管理', '生态环境']],
    ['设区的市级以上应急管理部门', ['应急管理']],
    ['应急管理部门/矿山安全监察机构', ['应急管理', '矿山安全监察机构']],
    ['自然资源和规划主管部门', ['自然资源和规划']],
    ['发展改革及行业监督部门', ['发展改革', '行业监督']],
    ['气象主管机构、投资主管部门', ['气象', '投资']],
  ])('%s', (words, kinds) => expect(agencyKindsOf(words)).toEqual(kinds))

  test.each([
    ['生态环境主管部门', '生态环境主管部门', true],
    ['县级交通运输主管部门', '交通运输主管部门、公路管理机构', true],
    ['自然资源主管部门', '自然资源主管部门、自然资源和规划主管部门', true],
    ['自然资源主管部门', '生态环境主管部门', false],
    ['各受理部门', '民政部门', true],
    ['各受理部门', '', false],
    ['公安机关交通管理部门', '公安机关', false],
  ])('%s is approved by %s: %s', (item, agency, isIt) => expect(isApprovedBy(item, agency)).toBe(isIt))
})

describe('优化营商环境条例 art. 43: direct ties', () => {
  test.each(affiliationKinds)('%s of the approving agency is barred', (kind) => {
    const ties = agencyTiesOf('A', [tie('A', { kind, partyName: '某协会', agency: city })], today)
    expect(avoidanceOf(ties, report, inDistrict)).toMatchObject({ kind, through: ['某协会'], agency: { name: '市生态环境局' } })
  })

  test.each<[string, TiedAgency, readonly string[], boolean]>([
    ["the city's agency bars in the city", city, cityWide, true],
    ["the city's agency bars in a district", city, inDistrict, true],
    ["a district's agency bars in the district", district, inDistrict, true],
    ["a district's agency does not bar next door", district, inOther, false],
    ["a district's agency does not bar a project of the whole city", district, cityWide, false],
  ])('%s', (_, agency, line, isBarred) =>
    expect(avoidanceOf(agencyTiesOf('A', [tie('A', { agency })], today), report, line) !== null).toBe(isBarred),
  )

  it("another agency's items stay open", () =>
    expect(
      avoidanceOf(agencyTiesOf('A', [tie('A', { agency: city })], today), { approvingAgency: '水行政主管部门' }, inDistrict),
    ).toBeNull())

  test.each([
    ['from its first day', '2026-11-20', null, true],
    ['not the day before', '2026-11-21', null, false],
    ['through its last day', '2020-01-01', '2026-11-20', true],
    ['not the day after', '2020-01-01', '2026-11-19', false],
  ])('a tie counts %s', (_, fromOn, untilOn, counts) =>
    expect(agencyTiesOf('A', [tie('A', { agency: city, fromOn, untilOn })], today)).toHaveLength(counts ? 1 : 0),
  )
})

describe('ties through others', () => {
  const owned = tie('A', { partyName: '母公司', partyUscc: 'B' })

  it('an owner in the register hands its tie on', () =>
    expect(agencyTiesOf('A', [owned, tie('B', { kind: 'SUBORDINATE_UNIT', partyName: '生态环境局', agency: city })], today)).toEqual([
      { agency: city, kind: 'OWNER', through: ['母公司', '生态环境局'] },
    ]))

  it('through three owners, the shortest way told', () => {
    const rows = [
      owned,
      tie('B', { partyName: '集团', partyUscc: 'C' }),
      tie('C', { partyName: '协会', partyUscc: 'D', agency: city }),
      tie('B', { partyName: '另一集团', partyUscc: 'E' }),
      tie('E', { partyName: '第三集团', partyUscc: 'C' }),
    ]
    expect(agencyTiesOf('A', rows, today)).toEqual([{ agency: city, kind: 'OWNER', through: ['母公司', '集团', '协会'] }])
  })

  it("what another firm says of the owner counts: an association's sister firms are its firms", () => {
    const rows = [owned, tie('Z', { kind: 'ASSOCIATION_FIRM', partyName: '环保协会', partyUscc: 'B', agency: city })]
    expect(agencyTiesOf('A', rows, today)).toEqual([{ agency: city, kind: 'OWNER', through: ['母公司'] }])
  })

  it('what another firm says of this one does not bar it: a rival could say anything', () =>
    expect(agencyTiesOf('A', [tie('Z', { partyUscc: 'A', agency: city })], today)).toEqual([]))

  it('nor does what its own owner says of it: only the firm answers for its own ties', () =>
    expect(agencyTiesOf('A', [owned, tie('B', { partyUscc: 'A', agency: city })], today)).toEqual([]))

  it('the sister firm itself is nobody to belong to', () =>
    expect(agencyTiesOf('A', [owned, tie('Z', { partyUscc: 'B' }), tie('Z', { partyName: '局', agency: city })], today)).toEqual([]))

  it('the chain ends where the register knows no more', () => expect(agencyTiesOf('A', [owned], today)).toEqual([]))

  it('an ended link breaks the chain', () =>
    expect(agencyTiesOf('A', [{ ...owned, untilOn: '2026-11-19' }, tie('B', { agency: city })], today)).toEqual([]))

  it('owners who own each other, or themselves, come to an end', () => {
    const rows = [owned, tie('B', { partyUscc: 'A' }), tie('A', { partyUscc: 'A' }), tie('B', { partyName: '局', agency: city })]
    expect(agencyTiesOf('A', rows, today)).toHaveLength(1)
  })

  it('finds an agency exactly where the graph has a way to it, whatever the graph', () => {
    const firm = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    const rows = fc.array(
      fc
        .record({ holder: firm, party: fc.option(firm, { nil: null }), isTied: fc.boolean() })
        .map(({ holder, party, isTied }) => tie(holder, { partyUscc: party, agency: isTied ? city : null })),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rows, (known) => {
        // Reckoned the other way round: what is tied spreads until nothing changes.
        const belongs = (code: string | null, tied: ReadonlySet<string>) => code !== null && tied.has(code)
        const ofOthers = known.filter(({ holderUscc, partyUscc }) => holderUscc === 'A' || partyUscc !== 'A')
        const tied = new Set<string>()
        for (let size = -1; size < tied.size;) {
          size = tied.size
          for (const { holderUscc, partyUscc, agency } of ofOthers) {
            if (agency || belongs(partyUscc, tied) || belongs(partyUscc && `said of ${partyUscc}`, tied)) tied.add(holderUscc)
            if (agency && partyUscc !== null) tied.add(`said of ${partyUscc}`)
          }
        }
        expect(agencyTiesOf('A', known, today).length > 0).toBe(tied.has('A'))
      }),
    )
  })
})
