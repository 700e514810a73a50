import { expect } from 'vitest'
import { acceptAgain, acceptAnother, applicant, openCase } from './accept.ts'
import { fill, follow, press, sees, sheet, textOf, tick } from './acts.ts'
import { moveClockTo, waitsFor } from './walk.ts'
import type { Walk } from './walk.ts'

/** The day after the due day: the worker's sweep records the miss by itself. */
export async function missOnce(walk: Walk): Promise<void> {
  const page = await walk.as('applicant')
  await page.goto('/owner/promises')
  expect(await textOf(page)).toContain('0 次未履行')
  await moveClockTo(await walk.as('officer'), '2026-11-25')
  await waitsFor(page, '/owner/promises', /^1 次未履行/m)
  expect(await textOf(page)).toContain('再有 2 次未履行')
}

/** Twice more: the third miss puts the hold and opens the listing case, and the mode is refused with its reason. */
export async function missThrice(walk: Walk): Promise<void> {
  const officer = await walk.as('officer')
  const owner = await walk.as('applicant')
  await acceptAnother(walk, 'case 2', '2026-11-26')
  await moveClockTo(officer, '2026-11-27')
  await waitsFor(owner, '/owner/promises', /^2 次未履行/m)
  await acceptAnother(walk, 'case 3', '2026-11-30')
  await moveClockTo(officer, '2026-12-01')
  await waitsFor(owner, '/owner/promises', /^3 次未履行/m)
  expect(await textOf(owner)).toMatch(/容缺受理[\s\S]*暂停适用，等待决定[\s\S]*自 2026-12-01 起[\s\S]*依据/)

  const regulator = await walk.as('investigator2')
  await regulator.goto('/regulator/cases')
  const row = regulator.getByRole('row').filter({ hasText: applicant.name }).filter({ hasText: '未履行承诺' })
  expect(await row.count()).toBe(1)

  const page = await openCase(walk, 'case 4')
  const form = sheet(page, '受理方式')
  expect(await form.getByRole('radio').evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))).toEqual([
    'CORRECTION_NOTICE',
  ])
  expect(await textOf(page)).toMatch(/容缺受理[\s\S]*累计未履行承诺达到规定次数/)
}

/** The applicant sees each record with the way to object, and objects to one of them. */
export async function object(walk: Walk): Promise<void> {
  const page = await walk.as('applicant')
  await page.goto('/owner/promises')
  await follow(page.getByRole('main'), '提出异议')
  await tick(page, '审批部门自身原因')
  await fill(page, '事实和证据', '期限最后一日窗口系统停机，未能受理补交材料，有现场排队记录。')
  await press(page, '提交异议')
  await sees(page, '最迟 2026-12-04')
}

/** A reviewer who had no part in it upholds; count and hold fall the same day, and the mode is open again. */
export async function uphold(walk: Walk): Promise<void> {
  const page = await walk.as('reviewer')
  await page.goto('/regulator/objections')
  await page.getByRole('row').filter({ hasText: applicant.name }).getByRole('link').first().click()
  await sees(page, '有现场排队记录')
  await tick(page, /成立：撤销这条记录/)
  await fill(page, '答复理由', '经核实，当日窗口系统停机属实。')
  await press(page, '作出答复')
  await sees(page, '成立，记录已撤销')

  const owner = await walk.as('applicant')
  await owner.goto('/owner/promises')
  const shown = await textOf(owner)
  expect(shown).toContain('2 次未履行')
  expect(shown).toContain('视为没有发生过')
  expect(shown).not.toContain('暂停适用')
  await acceptAgain(walk, 'case 4', '2026-12-07')
}
