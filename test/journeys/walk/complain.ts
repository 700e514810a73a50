import { expect } from 'vitest'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { noted } from './walk.ts'
import type { Walk } from './walk.ts'

const complainant = { name: '欧阳投诉', contact: '13900001234' } as const
const words = '说好十个工作日出报告，催了三次没有结果，暗号青花椒。'

/** Somebody without an account complains about an institution and gets number and secret, shown this once. */
export async function complain(walk: Walk): Promise<void> {
  const page = await walk.as()
  await page.goto('/')
  await follow(page.getByRole('contentinfo'), '投诉举报')
  await isOn(page, '投诉举报')
  await follow(page.getByRole('main'), '我要投诉举报')
  await isOn(page, '提交投诉举报')
  await tick(page, '投诉（对服务不满意）')
  await fill(page, '对象名称', '演示机构')
  await fill(page, '中介服务机构的统一社会信用代码', noted(walk, 'uscc'))
  await fill(page, '具体情况', '太短')
  await press(page, '提交')
  await sees(page, /至少 10 个/)
  await fill(page, '具体情况', words)
  await fill(page, '姓名', complainant.name)
  await fill(page, '电话或者电子邮箱', complainant.contact)
  await press(page, '提交')
  await sees(page, '已收到您的投诉举报')
  const shown = await textOf(page)
  walk.notes.set('complaint', /TS-2026-\d{6}/.exec(shown)?.[0] ?? '')
  walk.notes.set('secret', /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(shown)?.[0] ?? '')
  expect(page.url()).not.toContain(noted(walk, 'secret'))
}

/** The code of the institution that the walk complains about, read where everybody reads it. */
export async function findInstitution(walk: Walk): Promise<void> {
  const page = await walk.as()
  await page.goto('/intermediaries')
  const href = await page.locator('main a[href^="/intermediaries/9"]').first().getAttribute('href')
  walk.notes.set('uscc', href?.split('/').at(-1)?.split('?')[0] ?? '')
}

/** With number and secret the status is shown; with a wrong secret nothing is. */
export async function followUp(walk: Walk, ...expected: readonly string[]): Promise<void> {
  const page = await walk.as()
  await page.goto('/complaints')
  await isOn(page, '投诉举报')
  await fill(page, '编号', noted(walk, 'complaint'))
  await fill(page, '查询码', 'ABCD-ABCD-ABCD-ABCD')
  await press(page, '查询')
  await sees(page, '编号或者查询码不对')
  await fill(page, '查询码', noted(walk, 'secret').toLowerCase())
  await press(page, '查询')
  for (const text of expected) await sees(page, text)
  expect(await textOf(page)).not.toContain(complainant.name)
}

/** The regulator takes it up, opens the sealed part with a reason, and answers that it is true. */
export async function handle(walk: Walk): Promise<void> {
  const officer = await walk.as('investigator2')
  const number = noted(walk, 'complaint')
  await officer.goto('/regulator/complaints')
  await follow(officer.getByRole('main'), number)
  await sees(officer, words)
  expect(await textOf(officer)).not.toContain(complainant.name)
  await press(officer, '受理')
  await sees(officer, '办理中')
  await fill(officer, '打开的理由', '需要电话核实合同编号')
  await press(officer, '打开')
  await sees(officer, complainant.contact)
  await officer.goto(`/regulator/complaints/${number}`)
  await sees(officer, '打开密封信息，理由：需要电话核实合同编号')
  expect(await textOf(officer)).not.toContain(complainant.contact)
  await tick(officer, '查实，计入信用记录')
  await fill(officer, '给投诉举报人的答复', '经核查属实，已责令限期交付。')
  await fill(officer, '给被反映一方的认定', '逾期未交付成果，且未说明原因。')
  await press(officer, '提交答复')
  await sheet(officer, '反映的情况').getByText('经核查属实').waitFor()
}

/** Nobody else of the public sees it: neither the list nor the page is open to them. */
export async function staysSealed(walk: Walk): Promise<void> {
  const number = noted(walk, 'complaint')
  for (const page of [await walk.as('intermediary'), await walk.as('officer')]) {
    const answer = await page.goto(`/regulator/complaints/${number}`)
    expect(answer?.status()).toBeGreaterThanOrEqual(403)
    expect(await textOf(page)).not.toContain('青花椒')
  }
}
