import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { fill, follow, press, sees, sheet, textOf, tick } from './acts.ts'
import { noted } from './walk.ts'
import type { Walk } from './walk.ts'

/** The applicant of the walk, as the demonstration invents it: the firm of the account `applicant`. */
export const applicant = { name: '河南澄溪远食品有限公司', uscc: '91410102DEMA00005G' } as const

/** An item with a promised limit (承诺件) whose second material, the business licence, can wait. */
const freight = { code: 'AP-TRA-003', materials: 6, missing: 2 } as const

/** Opens a case at the counter, everything there but the business licence, and notes its number under that name. */
export async function openCase(walk: Walk, name: string): Promise<Page> {
  const page = await walk.as('officer')
  await page.goto('/agency')
  await follow(page.getByRole('main'), '收件')
  await fill(page, '申请人代码', applicant.uscc)
  await press(page, '下一步')
  await sees(page, applicant.name)
  await page.getByLabel('审批事项').selectOption(freight.code)
  await fill(page, '项目名称', `货运 ${name}`)
  await press(page, '下一步')
  for (let seq = 1; seq <= freight.materials; seq += 1) {
    await tick(page.getByRole('group', { name: new RegExp(`^${seq}\\.`) }), seq === freight.missing ? '缺少' : '齐全')
  }
  await press(page, '收件，看受理方式')
  await sees(page, /办件 \S+/)
  walk.notes.set(name, /办件 (\S+)/.exec(await textOf(page))?.[1] ?? '')
  return page
}

/** Accepts the open case against a promise for that day. */
async function acceptTolerantly(page: Page, dueOn: string): Promise<void> {
  const form = sheet(page, '受理方式')
  await tick(form, /^容缺受理/)
  await fill(form, '承诺书签署人', '陈立文')
  await fill(form, '承诺补齐日期', dueOn)
  await press(form, '确定受理方式')
  await sees(page, '已受理')
}

/** R1 with one non-essential material missing: these two modes and no other, the others with their reasons. */
export async function seeModes(walk: Walk): Promise<void> {
  const page = await openCase(walk, 'case 1')
  const form = sheet(page, '受理方式')
  const offered = await form.getByRole('radio').evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))
  expect(offered).toEqual(['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE'])
  const shown = await textOf(page)
  expect(shown).toMatch(/正常受理[\s\S]*第 2 项材料不齐/)
  expect(shown).toMatch(/容缺办理[\s\S]*所缺第 2 项不涉及申请人身份或人身关系/)
}

/** A Sunday is refused as a due day; a working day is taken. The letter fits on one sheet of A4. */
export async function acceptAndPrint(walk: Walk): Promise<void> {
  const page = await walk.as('officer')
  const form = sheet(page, '受理方式')
  await tick(form, /^容缺受理/)
  await fill(form, '承诺补齐日期', '2026-11-29')
  await fill(form, '承诺书签署人', '陈立文')
  await press(form, '确定受理方式')
  await sees(page, '2026-11-29 不是工作日')
  await acceptTolerantly(page, '2026-11-24')
  await follow(page, '承诺书')
  await sees(page, '陈立文')
  const letter = await textOf(page)
  for (const part of ['容缺受理承诺书', applicant.name, '营业执照', '2026年11月24日24时前', '累计满3次']) expect(letter).toContain(part)
  await page.emulateMedia({ media: 'print' })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [width = 0, height = 0] = (/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).slice(1).map(Number)
  expect([Math.round(width / 2.8346), Math.round(height / 2.8346)]).toEqual([210, 297])
  await page.emulateMedia({ media: 'screen' })
}

/** One more case, promised and accepted. */
export async function acceptAnother(walk: Walk, name: string, dueOn: string): Promise<void> {
  await acceptTolerantly(await openCase(walk, name), dueOn)
}

/** Tolerant acceptance of a case that was refused before. */
export async function acceptAgain(walk: Walk, name: string, dueOn: string): Promise<void> {
  const page = await walk.as('officer')
  await page.goto(`/agency/cases/${noted(walk, name)}`)
  await acceptTolerantly(page, dueOn)
}
