import { expect } from 'vitest'
import { inventName } from '#prisma/seed/invented/intermediary.ts'
import { fill, follow, isOn, press, sees, textOf, tick } from './acts.ts'
import { noted, waitsFor } from './walk.ts'
import type { Walk } from './walk.ts'

const proof = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
const numberOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

/** The listed firm finds what it can do and until when, appeals with evidence, and the public entry is marked at once. */
export async function appealListing(walk: Walk): Promise<void> {
  const page = await walk.as('firm-35')
  await page.goto('/intermediary')
  await follow(page, '申诉、修复与异议')
  await isOn(page, '申诉、修复与异议')
  await sees(page, /可以在 2026-11-27（周五） 前申诉/)
  const [entry] = /MD-2026-\d{6}/.exec(await textOf(page)) ?? []
  if (!entry) throw new Error('the firm sees no entry of its own')
  walk.notes.set('appealed entry', entry)
  await sees(page, /2027-11-13 起可以申请和准予修复/)
  await follow(page, '提出申诉')
  await isOn(page, /^对决定 JD-2026-\d{6} 提出申诉$/)
  await press(page, '提出申诉')
  await sees(page, '请填写')
  await fill(page, '申诉的事实和理由', '布点图与现场影像一致，抽查样本并非本项目。')
  await page.getByLabel('证据材料').setInputFiles(proof('布点图.pdf'))
  await press(page, '提出申诉')
  await isOn(page, /^申诉 SS-2026-\d{6}$/)
  await sees(page, '布点图.pdf')
  walk.notes.set('appeal', numberOf(page.url()))
  const anyone = await walk.as()
  await anyone.goto(`/lists/${entry}`)
  await sees(anyone, '申诉中')
}

/** Who decided has no hand in it; a reviewer of another body takes the appeal up and annuls the decision. */
export async function annulOnAppeal(walk: Walk): Promise<void> {
  const appeal = noted(walk, 'appeal')
  const decider = await walk.as('decider')
  await decider.goto(`/regulator/appeals/${appeal}`)
  expect(await decider.getByRole('button', { name: /受理申诉|作出决定/ }).count()).toBe(0)
  const page = await walk.as('reviewer')
  await waitsFor(page, '/messages', appeal)
  await page.goto('/regulator/appeals')
  await follow(page, appeal)
  await press(page, '受理申诉')
  await sees(page, '复核中')
  await tick(page, '撤销原决定')
  await fill(page, '依据', '原始记录和现场影像')
  await press(page, '作出决定')
  await sees(page, '请填写')
  await fill(page, '理由', '经核对，抽查样本属于另一项目，原决定认定事实错误。')
  await press(page, '作出决定')
  await sees(page, '已撤销原决定')
}

/** The entry has ended for everyone, and the firm was told; nothing bars it. */
export async function seeAnnulment(walk: Walk): Promise<void> {
  const entry = noted(walk, 'appealed entry')
  const anyone = await walk.as()
  await anyone.goto(`/lists/${entry}`)
  expect(await textOf(anyone)).not.toContain('布点')
  await anyone.goto('/blacklist')
  expect(await textOf(anyone)).not.toContain(inventName('INTERMEDIARY', 35))
  const page = await walk.as('firm-35')
  await waitsFor(page, '/messages', entry)
  await page.goto('/intermediary/remedies')
  await sees(page, '没有名单条目')
}

/** A firm whose least publicity is over sees what a repair needs, applies with proof, and its commitment stands beside the entry. */
export async function applyForRepairOfListing(walk: Walk): Promise<void> {
  const page = await walk.as('firm-36')
  await page.goto('/intermediary/remedies')
  await sees(page, '可以申请修复')
  await follow(page, '查看修复条件')
  await isOn(page, /^条目 MD-2026-\d{6} 的信用修复$/)
  walk.notes.set('repaired entry', numberOf(page.url()))
  await sees(page, '已具备')
  await fill(page, '纠正情况', '已按现行标准重新出具报告。')
  await fill(page, '履行情况', '罚款已缴清，委托人损失已赔偿。')
  await page.getByLabel('证明材料').setInputFiles(proof('缴款凭证.pdf'))
  await press(page, '申请信用修复')
  await isOn(page, /^信用修复 XF-2026-\d{6}$/)
  walk.notes.set('repair', numberOf(page.url()))
  const anyone = await walk.as()
  await anyone.goto(`/lists/${noted(walk, 'repaired entry')}`)
  await sees(anyone, '信用承诺')
}

/** A decider finds both conditions met and grants; publicity ends in the same moment. */
export async function grantRepair(walk: Walk): Promise<void> {
  const page = await walk.as('decider2')
  await page.goto('/regulator/repairs')
  await follow(page, noted(walk, 'repair'))
  await tick(page, '准予修复')
  await fill(page, '依据', '《信用修复管理办法》')
  await fill(page, '理由', '条件具备。')
  await press(page, '作出决定')
  await sees(page, '修复条件不具备')
  await tick(page, '失信行为已经纠正')
  await tick(page, '法定义务已经全部履行')
  await press(page, '作出决定')
  await sees(page, '准予信用修复')
  const anyone = await walk.as()
  await anyone.goto('/blacklist')
  expect(await textOf(anyone)).not.toContain(inventName('INTERMEDIARY', 36))
}

/** The register is marked while a firm objects to its address, and says the right one as soon as the objection is upheld. */
export async function correctData(walk: Walk): Promise<void> {
  const anyone = await walk.as()
  const name = inventName('INTERMEDIARY', 33)
  await anyone.goto(`/intermediaries?q=${encodeURIComponent(name)}`)
  await follow(anyone, name)
  await sees(anyone, '当事人提出异议，正在核实')
  const page = await walk.as('reviewer')
  await page.goto('/regulator/data-objections')
  await page.getByRole('row').filter({ hasText: name }).getByRole('link').click()
  await isOn(page, /^数据异议 SY-2026-\d{6}$/)
  await tick(page, '异议成立')
  await fill(page, '理由', '营业执照载明的住所与申请一致。')
  await press(page, '作出决定')
  await sees(page, '成立，已更正')
  await anyone.reload()
  const shown = await textOf(anyone)
  expect(shown).toContain('郑州市金水区演示路8号')
  expect(shown).not.toContain('当事人提出异议，正在核实')
}
