import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { moveClockTo, noted, waitsFor } from './walk.ts'
import type { Walk } from './walk.ts'

const agency = '郑州市交通运输局（演示）'
/** Road freight: six materials; the second, the business licence, can wait. */
const freight = { code: 'AP-TRA-003', materials: 6, missing: 2 } as const
const others = Array.from({ length: freight.materials }, (_, index) => index + 1).filter((seq) => seq !== freight.missing)

const draftPath = (walk: Walk, name: string) => `/owner/approvals/${noted(walk, name)}/draft`
const casePath = (walk: Walk, name: string) => `/agency/cases/${noted(walk, name)}`

/** Begins a draft and notes its number under that name. */
export async function beginDraft(walk: Walk, name: string): Promise<Page> {
  const page = await walk.as('applicant')
  await page.goto('/owner/approvals')
  await follow(page.getByRole('main'), '网上申请')
  await isOn(page, '网上申请：选择事项')
  await page.getByLabel('审批事项').selectOption(freight.code)
  await page.getByLabel('受理部门').selectOption({ label: agency })
  await fill(page, '项目或申请名称', `货运 ${name}`)
  await press(page, '建立草稿')
  await isOn(page, /^申请草稿 /)
  walk.notes.set(name, /申请草稿 (\S+)/.exec(await textOf(page))?.[1] ?? '')
  return page
}

/** Uploads an invented paper for a material; nobody picks it twice, the next one that lacks is chosen already. */
async function upload(page: Page, seq: number): Promise<void> {
  const form = sheet(page, '上传材料')
  await form.getByLabel('材料').first().selectOption(String(seq))
  const file = { name: `材料${seq}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\nmaterial ${seq}`) }
  await form.getByLabel('文件').setInputFiles(file)
  await press(form, '上传')
  await sees(page.getByRole('main'), `材料${seq}.pdf`)
}

/** What is missing is said beforehand; the draft is still there when its applicant comes back; a mistake loses nothing. */
export async function fillIn(walk: Walk): Promise<void> {
  const page = await beginDraft(walk, 'online')
  await sees(page, /第 1 项 .*主要材料/)
  const html = { name: '表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') }
  await sheet(page, '上传材料').getByLabel('文件').setInputFiles(html)
  await press(sheet(page, '上传材料'), '上传')
  await sees(page, '这种文件不能上传')
  for (const seq of others) await upload(page, seq)
  await page.goto('/owner')
  await page.goto(draftPath(walk, 'online'))
  const missing = sheet(page, '提交前还缺什么')
  await sees(missing, /第 2 项 .*可容缺/)
  expect(await missing.innerText()).not.toMatch(/主要材料/)
  expect(await sheet(page, '照现在的材料').innerText()).toMatch(/容缺受理\s*✓\s*可以/)
  await fill(page, '项目或申请名称', '货运站改建')
  await fill(page, '项目代码', '123')
  await press(page, '提交申请')
  await sees(page, '项目代码为 20 位数字')
  expect(await page.getByLabel('项目或申请名称').inputValue()).toBe('货运站改建')
  await fill(page, '项目代码', '2611-410105-04-01-123456')
  await press(page, '提交申请')
  await isOn(page, /^办件 /)
  await sees(page, '网上提交申请')
}

/** An officer takes it up and asks for everything at once; the notice has its number and fits the record. */
export async function askForCorrection(walk: Walk): Promise<void> {
  const page = await walk.as('officer')
  await page.goto(casePath(walk, 'online'))
  await press(page, '接办')
  await sees(page, '承办人接办')
  const form = sheet(page, /^受理方式/)
  await tick(form, /^一次性告知补正/)
  await press(form, '确定受理方式')
  await sees(page, '待补正')
  await follow(page, '补正通知书')
  await isOn(page, '补正通知书')
  const notice = await textOf(page)
  expect(notice).toMatch(/BZ-2026-\d{6}/)
  expect(notice).toContain('缺少')
}

/** The applicant follows the case and sends what was asked for. */
export async function correct(walk: Walk): Promise<void> {
  const page = await walk.as('applicant')
  await page.goto(`/owner/approvals/${noted(walk, 'online')}`)
  await sees(page, /出具补正通知书 BZ-2026-\d{6}/)
  await upload(page, freight.missing)
  await sees(page, '上传第 2 项材料')
}

/** Nothing new may be asked for after the one notice; complete, it is accepted under a number of its own. */
export async function acceptCorrected(walk: Walk): Promise<void> {
  const page = await walk.as('officer')
  await page.goto(casePath(walk, 'online'))
  const record = async (first: '齐全' | '缺少') => {
    for (let seq = 1; seq <= freight.materials; seq += 1) {
      await tick(page.getByRole('group', { name: new RegExp(`^${seq}\\.`) }), seq === 1 ? first : '齐全')
    }
    await press(page, '保存核对结果')
  }
  await record('缺少')
  await sees(page, '没有列入补正通知书')
  await record('齐全')
  await sees(page, '补正材料已齐全')
  const form = sheet(page, /^受理方式/)
  await tick(form, /^正常受理/)
  await press(form, '确定受理方式')
  await sees(page, /正常受理，受理通知书 SL-2026-\d{6}/)
}

/** The time limit stands still for experts, no longer than the rules allow. */
export async function pause(walk: Walk): Promise<void> {
  const page = await walk.as('officer')
  await page.goto(casePath(walk, 'online'))
  await page.getByText('中止时限', { exact: true }).first().click()
  const form = sheet(page, '办理时限')
  await tick(form, '公示、听证')
  await fill(form, '中止的最后一天', '2026-12-31')
  await fill(form, '说明', '车辆技术条件评审')
  await press(form, '中止时限')
  await sees(page, '超过规则允许的天数')
  await tick(form, '专家评审、鉴定')
  await fill(form, '中止的最后一天', '2026-11-30')
  await press(form, '中止时限')
  await sees(page, '中止中，不计工作日')
}

/** The applicant reads why and until when, and takes the application back. */
export async function followAndWithdraw(walk: Walk): Promise<void> {
  const page = await walk.as('applicant')
  await page.goto(`/owner/approvals/${noted(walk, 'online')}`)
  await sees(page, /时限中止至 2026-11-30，专家评审/)
  await sees(page, '行政许可法 第四十五条')
  await press(sheet(page, '撤回申请'), '撤回申请')
  await sees(page, '已撤回')
}

/** Nobody looks at another one for five working days: the days alone accept it, and its applicant has it in writing. */
export async function deemed(walk: Walk): Promise<void> {
  const page = await beginDraft(walk, 'unseen')
  await press(page, '提交申请')
  await isOn(page, /^办件 /)
  await moveClockTo(await walk.as('reform'), '2026-12-01')
  const path = `/owner/approvals/${noted(walk, 'unseen')}`
  await waitsFor(page, path, '即为受理')
  await follow(page, '受理通知书')
  await isOn(page, '受理通知书')
  expect(await textOf(page)).toMatch(/SL-2026-\d{6}/)
}
