import { expect } from 'vitest'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { intermediary } from './find-and-choose.ts'
import { noted } from './walk.ts'
import type { Walk } from './walk.ts'

/** A picture of one grey dot: evidence must be a real file. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64')

/** Investigator A reports a violation with a file; the page then tells her that somebody else has to investigate. */
export async function report(walk: Walk): Promise<void> {
  const page = await walk.as('investigator')
  await page.goto('/regulator')
  await follow(page.getByRole('main'), '报告违规')
  await page.getByRole('main').getByRole('searchbox').fill('澄岳和')
  await press(page.getByRole('main'), '查找')
  await follow(page, intermediary.name)
  await page.getByLabel('违规行为').selectOption('V-RPT-03')
  await fill(page, '发生日期', '2026-11-10')
  await fill(page, '事实', '环评报告引用的监测数据与原始记录不符，三个点位数据系编造。')
  await page.getByLabel('证据材料').setInputFiles({ name: '监测原始记录.png', mimeType: 'image/png', buffer: photo })
  await press(page, '提交报告')
  await isOn(page, /案件 /)
  await sees(page, '监测原始记录.png')
  const number = /案件 (\S+)/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[1] ?? ''
  walk.notes.set('violation case', number)
  expect(await textOf(page)).toContain('你已参与本案的其他环节')
  expect(await page.getByRole('button', { name: '由我调查' }).count()).toBe(0)
}

/** Investigator B takes the case and serves the notice; neither of the two may decide. */
export async function serveNotice(walk: Walk): Promise<void> {
  const number = noted(walk, 'violation case')
  const page = await walk.as('investigator2')
  await page.goto('/regulator/cases')
  await follow(page, number)
  await press(page, '由我调查')
  await sees(page, '调查中')
  await press(page, '送达告知书')
  await sees(page, '已告知，等待陈述申辩')
  expect(await page.getByRole('button', { name: '作出决定' }).count()).toBe(0)
  await follow(page, '打印')
  await sees(page, '行政违规告知书')
}

/** The party finds the case beside its own credit, reads the notice, and answers. */
export async function defend(walk: Walk): Promise<void> {
  const number = noted(walk, 'violation case')
  const page = await walk.as('intermediary')
  await page.goto('/intermediary/credit')
  await follow(page, number)
  await sees(page, '监测数据与原始记录不符')
  await fill(page, '陈述申辩', '数据由外协单位提供，我单位未尽审核义务，愿意整改。')
  await press(page, '提交陈述申辩')
  await sees(page, '已陈述申辩，等待决定')
}

/** A third officer decides; the entry works at once everywhere. */
export async function list(walk: Walk): Promise<void> {
  const number = noted(walk, 'violation case')
  const page = await walk.as('decider')
  await page.goto(`/regulator/cases/${number}`)
  await sees(page, '我单位未尽审核义务')
  const form = sheet(page, '作出决定')
  await tick(form, '认定违规，列入名单')
  await fill(form, '理由', '事实清楚，申辩不影响违规的认定。')
  await press(form, '作出决定')
  await sees(page, '决定列入')

  const reader = await walk.as()
  await reader.goto('/blacklist')
  await sees(reader, intermediary.name)
  await sees(reader, '环评文件基础资料明显不实')
  await follow(reader, intermediary.name)
  for (const part of ['依据', '理由', '2026-11-23', '不得提供行政审批中介服务']) await sees(reader, part)

  await reader.goto('/intermediaries?q=澄岳和')
  expect(await textOf(reader)).toMatch(/黑名单[\s\S]*不可选取/)
  await reader.goto(`/intermediaries/${intermediary.uscc}`)
  expect(await textOf(reader)).toMatch(/现在不能选择该机构[\s\S]*已列入黑名单/)
  const applicant = await walk.as('applicant')
  await applicant.goto(`/owner/engagements/new?uscc=${intermediary.uscc}&item=ZJ-EIA-001`)
  await sees(applicant, '现在不能选取该机构')
  expect(await applicant.getByRole('button', { name: '确认选取' }).count()).toBe(0)
}
