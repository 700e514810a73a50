import { expect } from 'vitest'
import { follow, fill, isOn, press, sees, textOf, tick } from './acts.ts'
import type { Walk } from './walk.ts'

/** The intermediary of the walk, as the demonstration invents it: the one whose own account is on the sign-in page. */
export const intermediary = {
  name: '河南省澄岳和环境工程咨询有限公司',
  uscc: '91410104DEMJ00003U',
  item: '建设项目环境影响报告书（表）编制',
} as const

/** Anybody finds the intermediary: by part of its name, by the initials of its reading, and among all who offer the service. */
export async function find(walk: Walk): Promise<void> {
  const page = await walk.as()
  await page.goto('/')
  const searchFor = async (text: string) => {
    const box = page.getByRole('main').getByLabel('名称、服务、拼音首字母或信用代码')
    await box.fill(text)
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(找机构|搜索)$/ })
      .click()
    await page.waitForURL((url) => url.searchParams.get('q') === text)
    // The address changes a moment before the page does, and a suggestion may show the name already: the new page's field says what was asked.
    await expect.poll(() => box.getAttribute('value'), { timeout: 10_000 }).toBe(text)
  }
  await searchFor('澄岳和')
  await sees(page, intermediary.name)
  await searchFor('cyhhjgc')
  await sees(page, intermediary.name)
  await sees(page, '按拼音首字母查找')

  await searchFor('环评')
  const filters = page.getByRole('complementary', { name: '筛选' })
  const found = async () => Number(/(\d+) 家机构/.exec(await textOf(page))?.[1])
  // The address changes a moment before the page does.
  await expect.poll(found, { timeout: 10_000 }).toBeGreaterThan(1)
  const all = await found()
  await tick(filters, /建设项目环境影响报告书/)
  await tick(filters, /20 日内/)
  await tick(filters, '只看可以选取的')
  await press(filters, '应用筛选')
  await page.waitForURL(/choosable=1/)
  await expect.poll(found, { timeout: 10_000 }).toBeLessThan(all)
  expect(await found()).toBeGreaterThan(0)
  await sees(page, '不接受付费排名')
  await follow(page, intermediary.name)
  await isOn(page, intermediary.name)
  const shown = await textOf(page)
  for (const part of ['91410104DEMJ00003U', intermediary.item, '¥90,000.00', '承诺 15 个工作日', '是怎么来的', '资质'])
    expect(shown).toContain(part)
}

/** The applicant signs in on the way, confirms fee and days as shown, and has an engagement. */
export async function choose(walk: Walk): Promise<void> {
  const page = await walk.as('applicant')
  await page.goto(`/intermediaries/${intermediary.uscc}`)
  await follow(page, `选择该机构办理「${intermediary.item}」`)
  await isOn(page, '确认选取')
  await fill(page, '项目名称', '速冻车间扩建')
  await page.getByLabel('项目所在区域').selectOption({ label: '郑州市' })
  await tick(page, '社会资金')
  await press(page, '确认选取')
  await sees(page, '请勾选确认')
  expect(await page.getByLabel('项目名称').inputValue()).toBe('速冻车间扩建')
  await tick(page, '我自主选取该机构，确认收费 ¥90,000.00、15 个工作日内交付。')
  await press(page, '确认选取')
  await isOn(page, /委托 /)
  const shown = await textOf(page)
  for (const part of [intermediary.name, '速冻车间扩建', '¥90,000.00', '15 个工作日', '2026-12-14']) expect(shown).toContain(part)
}
