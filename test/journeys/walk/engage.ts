import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { inventedPaper } from '#prisma/seed/demo/stories/invented-paper.ts'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { applicant } from './accept.ts'
import type { Walk } from './walk.ts'

/** Two engagements of the demonstration's applicant: one whose contract waits for an answer, one under way. */
const waiting = '政府投资项目项目建议书、可行性研究报告编制'
const underWay = '建设项目环境影响报告书（表）编制'
/** The approval that demands the report of the second. */
const approval = { code: 'AP-ENV-001', seq: 2 } as const

const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(inventedPaper(name)) })

/** Opens the running engagement for that item from the list of one's own. */
async function openEngagement(walk: Walk, side: 'owner' | 'intermediary', item: string): Promise<Page> {
  const page = await walk.as(side === 'owner' ? 'applicant' : 'intermediary')
  await page.goto(`/${side}`)
  await page
    .getByRole('row')
    .filter({ hasText: item })
    .filter({ hasText: /办理中|已交付/ })
    .first()
    .getByRole('link')
    .first()
    .click()
  await isOn(page, /委托 /)
  return page
}

/** Picks a file; scripts send it ahead, without them it travels with the form. */
async function pick(walk: Walk, page: Page, label: string, file: ReturnType<typeof paper>, isGood = true): Promise<void> {
  await page.getByLabel(label).setInputFiles(file)
  if (walk.hasScripts && isGood) await sees(page, `已上传：${file.name}`)
}

/** The applicant reads the proposal of the firm and agrees: the contract is in force, and can be printed. */
export async function agree(walk: Walk): Promise<void> {
  const page = await openEngagement(walk, 'owner', waiting)
  const contract = sheet(page, '合同')
  await sees(contract, '待对方答复')
  await press(contract, '同意，合同生效')
  await sees(contract, '生效')
  await follow(contract, '打印合同要点')
  await isOn(page, '中介服务合同要点')
}

/** The firm proposes a change with the signed paper; nothing changes before the applicant agrees. */
export async function change(walk: Walk): Promise<void> {
  const page = await openEngagement(walk, 'intermediary', underWay)
  const contract = sheet(page, '合同')
  await contract.getByText('提出变更').first().click()
  await fill(contract, '履行期限', '18')
  await press(contract, '提交给对方确认')
  await sees(contract, '请写明变更理由')
  await fill(contract, '变更理由', '业主要求增加一次现场监测')
  await pick(walk, page, '合同文件', paper('补充协议.pdf'))
  await press(contract, '提交给对方确认')
  await sees(contract, '第 2 版')
  await sees(contract, '待对方答复')
  const owner = await openEngagement(walk, 'owner', underWay)
  await press(sheet(owner, '合同'), '同意，合同生效')
  await sees(owner, '合同第 2 版生效')
  await sees(owner, '补充协议.pdf')
}

/** A milestone: done says the firm, confirmed says the applicant. */
export async function reachMilestone(walk: Walk): Promise<void> {
  const page = await openEngagement(walk, 'intermediary', underWay)
  await press(sheet(page, '节点'), '已完成')
  await sees(page, '待确认')
  const owner = await openEngagement(walk, 'owner', underWay)
  await press(sheet(owner, '节点'), '确认已完成')
  await sees(owner, '业主已确认')
}

/** A web page is no result, whatever its name; a report is, and the applicant sends it back with reasons. */
export async function deliverAndReturn(walk: Walk): Promise<void> {
  const page = await openEngagement(walk, 'intermediary', underWay)
  const disguised = { name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') }
  await pick(walk, page, '成果文件', disguised, false)
  if (!walk.hasScripts) await press(page, '提交成果')
  await sees(page, /这种文件不能上传/)
  await pick(walk, page, '成果文件', paper('环评报告.pdf'))
  await fill(page, '交付说明', '初稿')
  await press(page, '提交成果')
  await sees(page, '待验收')
  const owner = await openEngagement(walk, 'owner', underWay)
  const result = sheet(owner, '成果')
  const address = await result.getByRole('link', { name: '环评报告.pdf' }).getAttribute('href')
  const file = await owner.request.get(address ?? '')
  expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="file"; filename\*=UTF-8''/)
  expect(file.headers()['x-content-type-options']).toBe('nosniff')
  expect((await file.body()).equals(paper('环评报告.pdf').buffer)).toBe(true)
  await tick(result, '退回修改')
  await press(result, '提交')
  await sees(owner, '退回请写明理由')
  await tick(result, '退回修改')
  await fill(result, '退回理由', '缺少噪声预测章节')
  await press(result, '提交')
  await sees(owner, '退回理由：缺少噪声预测章节')
}

/** The second version is accepted: the engagement is complete, and its result can be reviewed. */
export async function deliverAgainAndAccept(walk: Walk): Promise<void> {
  const page = await openEngagement(walk, 'intermediary', underWay)
  await pick(walk, page, '成果文件', paper('环评报告（修订）.pdf'))
  await press(page, '提交成果')
  await sees(sheet(page, '成果'), '第 2 版')
  const owner = await openEngagement(walk, 'owner', underWay)
  const result = sheet(owner, '成果')
  await tick(result, '验收通过')
  await press(result, '提交')
  await sees(owner, '验收通过第 2 版')
  walk.notes.set('engagement', /委托 (\S+)/.exec(await textOf(owner))?.[1] ?? '')
}

/** The report serves as a material of the applicant's case: the officer takes it without a second upload. */
export async function useAsMaterial(walk: Walk): Promise<void> {
  const page = await walk.as('officer')
  await page.goto('/agency')
  await follow(page.getByRole('main'), '收件')
  await fill(page, '申请人代码', applicant.uscc)
  await press(page, '下一步')
  await sees(page, applicant.name)
  await page.getByLabel('审批事项').selectOption(approval.code)
  await fill(page, '项目名称', '速冻车间扩建环评审批')
  await press(page, '下一步')
  const questions = page.getByRole('group', { name: /^\d+\./ })
  await questions.first().waitFor()
  for (let index = 0; index < (await questions.count()); index += 1)
    await tick(questions.nth(index), index + 1 === approval.seq ? '缺少' : '齐全')
  await press(page, '收件，看受理方式')
  await isOn(page, applicant.name)
  const engagement = walk.notes.get('engagement') ?? ''
  const form = sheet(page, '用委托成果作材料')
  const option = form.getByRole('option').filter({ hasText: engagement })
  await form.getByLabel('材料和成果').selectOption((await option.getAttribute('value')) ?? '')
  await press(form, '用作材料')
  await sees(page, `委托成果 ${engagement}`)
  const address = await page.getByRole('link', { name: '环评报告（修订）.pdf' }).getAttribute('href')
  expect((await page.request.get(address ?? '')).status()).toBe(200)
}
