import { describe, expect, it } from 'vitest'
import { commitmentLetterOf } from './commitment-letter.ts'
import type { CommitmentLetterFacts } from './commitment-letter.ts'
import { variantOf, zzTolerance1 } from './tolerance-rules.fixture.ts'

const facts: CommitmentLetterFacts = {
  mode: 'TOLERANT_ACCEPTANCE',
  applicantName: '示范运输有限公司',
  agencyName: '示范区交通运输局',
  approvalItem: { zh: '道路普通货物运输经营许可', en: 'Road freight transport licence' },
  materials: [
    { zh: '营业执照', en: 'Business licence' },
    { zh: '车辆检测报告', en: 'Vehicle test report' },
  ],
  dueOn: '2026-03-09',
}
const codesOf = (letter: ReturnType<typeof commitmentLetterOf>) => letter.statements.map((statement) => statement.code)

describe('R1: the commitment letter and its five statements', () => {
  const letter = commitmentLetterOf(facts, zzTolerance1)

  it('has the five statements in order', () =>
    expect(codesOf(letter)).toEqual(['TRUE_INTENTION', 'INFORMED', 'MATERIALS_TRUE', 'WILL_SUPPLY', 'ACCEPTS_LIABILITY']))

  it('fills in applicant, item, materials and due day in both languages', () => {
    const zh = letter.statements.map((statement) => statement.zh).join('\n')
    const en = letter.statements.map((statement) => statement.en).join('\n')
    for (const part of ['示范运输有限公司', '道路普通货物运输经营许可', '《营业执照》、《车辆检测报告》', '2026年3月9日24时前'])
      expect(zh).toContain(part)
    for (const part of ['Road freight transport licence', 'Business licence; Vehicle test report', '9 March 2026'])
      expect(en).toContain(part)
    expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN/)
    expect(letter.basis.evidence).toBe('E')
  })

  it('names each day with its materials where the days differ, the earliest first', () => {
    const [licence = { zh: '', en: '' }, report = { zh: '', en: '' }] = facts.materials
    const promise = commitmentLetterOf({ ...facts, materials: [licence, { ...report, dueOn: '2026-03-05' }] }, zzTolerance1).statements[3]
    expect(promise?.zh).toBe(
      '本人（本单位）承诺分期补齐补正下列材料：2026年3月5日24时前补齐补正《车辆检测报告》；2026年3月9日24时前补齐补正《营业执照》。',
    )
    expect(promise?.en).toBe(
      'I (we) will supply the following in full, by 24:00 on 5 March 2026: Vehicle test report; and by 24:00 on 9 March 2026: Business licence.',
    )
    const same = commitmentLetterOf({ ...facts, materials: [licence, { ...report, dueOn: facts.dueOn }] }, zzTolerance1)
    expect(same.statements[3]).toEqual(letter.statements[3])
  })

  it('states the consequences of the rules it is signed under', () => {
    expect(letter.statements[4]?.zh).toContain('累计满3次')
    expect(letter.statements[4]?.zh).toContain('终生不再适用容缺办理')
    const milder = commitmentLetterOf(facts, variantOf({ missesToList: 5, isHandlingBarredForLife: false })).statements[4]
    expect(milder?.zh).toContain('累计满5次')
    expect(milder?.zh).not.toContain('终生')
    expect(milder?.en).not.toContain('life')
  })

  it('R1.3: a handling letter agrees to publicity and verification instead of supply', () => {
    const handling = commitmentLetterOf({ ...facts, mode: 'TOLERANT_HANDLING' }, zzTolerance1)
    expect(codesOf(handling)).toEqual(['TRUE_INTENTION', 'INFORMED', 'MATERIALS_TRUE', 'AGREES_TO_PUBLICITY', 'ACCEPTS_LIABILITY'])
    expect(handling.statements[3]?.zh).toContain('公示')
    expect(handling.title.zh).toBe('容缺办理承诺书')
  })

  it('a letter about nothing is a bug', () =>
    expect(() => commitmentLetterOf({ ...facts, materials: [] }, zzTolerance1)).toThrow(RangeError))
})
