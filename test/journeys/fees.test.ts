import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts } from '#prisma/seed/demo/demo-accounts.ts'
import { fill, follow, isOn, press, sees, sheet } from './walk/acts.ts'
import { beginWalk, noted } from './walk/walk.ts'
import type { Walk } from './walk/walk.ts'

const firm = demoAccounts.find(({ email }) => email.startsWith('intermediary@'))?.organisation ?? ''

// R3: fees by size, from the calculator to the engagement; and a firm that keeps its own in tiers.

describe.each([{ hasScripts: true }, { hasScripts: false }])('fees by size (scripts: $hasScripts)', ({ hasScripts }) => {
  let walk: Walk
  beforeAll(async () => {
    walk = await beginWalk(hasScripts)
  })
  afterAll(() => walk.end())

  test('a firm offers a service in tiers and asks for a fourth line on the way', async () => {
    const page = await walk.as('intermediary')
    await page.goto('/intermediary/offerings')
    await follow(page, '提供新的服务')
    await page.getByLabel('中介服务事项').selectOption('ZJ-CON-006')
    await press(page, '填写收费和时限')
    await page.getByLabel(/^分档/).check()
    if (!hasScripts) await press(page, '按所选方式填写')
    await press(page, '增加一档')
    await page.getByLabel('第 4 档：到（元）').waitFor()
    const tiers = [['1000000', '0.8'], ['5000000', '0.5'], ['10000000', '0.3'], ['', '0.2']] // prettier-ignore
    for (const [index, [upTo = '', rate = '']] of tiers.entries()) {
      await fill(page, `第 ${index + 1} 档：到（元）`, upTo)
      await fill(page, `第 ${index + 1} 档：比例（%）`, rate)
    }
    await fill(page, /^最低收费/, '2000')
    await fill(page, /^承诺时限/, '10')
    // What is missing is told beside its field, and nothing typed is lost.
    await press(page, '登记并公开')
    await sees(page, '请至少选择一个服务区域')
    expect(await page.getByLabel('第 4 档：比例（%）').inputValue()).toBe('0.2')
    await page.getByLabel('郑州市', { exact: true }).check()
    await press(page, '登记并公开')
    await sees(page, '已登记，从现在起可以被检索和选取')
    await sees(page, '超过 10,000,000 元的部分：工程造价的 0.2%')
    await sees(sheet(page, '在全部机构中的位置'), /比本机构低的 \d+ 家/)
  })

  test('anybody reckons what it comes to, and the client chooses at that fee', async () => {
    const page = await walk.as('applicant')
    await page.goto('/catalogue/ZJ-CON-006')
    await fill(page, '工程造价（元）', '6,000,000')
    await press(page, '计算')
    await sees(page, '6,000,000 元的收费')
    // 8,000 + 20,000 + 3,000 yuan.
    const row = page.getByRole('row').filter({ hasText: firm })
    await sees(row, '¥31,000.00')
    await row.getByRole('link', { name: `选取${firm}` }).click()
    await isOn(page, '确认选取')
    await sees(page, '6,000,000 元的收费')
    await sees(page, '¥31,000.00')
    await fill(page, '工程造价（元）', '0')
    await press(page, '重新计算')
    await sees(page, '请填写大于 0 的规模')
    await fill(page, '工程造价（元）', '5000000')
    await press(page, '计算收费')
    await sees(page, '¥28,000.00')
    await fill(page, '项目名称', '仓储中心三期')
    await page.getByLabel('项目所在区域').selectOption('410105')
    await page.getByLabel(/我自主选取该机构，确认收费 ¥28,000.00/).check()
    await page.getByLabel('社会资金').check()
    await press(page, '确认选取')
    await sees(page, '仓储中心三期')
    await sees(page, '5,000,000 元')
    await sees(page, '¥28,000.00')
    walk.notes.set('engagement', new URL(page.url()).pathname.split('/').at(-1) ?? '')
  })

  test('the firm raises its fee: its history tells, the engagement stays as agreed', async () => {
    const page = await walk.as('intermediary')
    await page.goto('/intermediary/offerings/ZJ-CON-006')
    await fill(page, '第 1 档：比例（%）', '0.9')
    await fill(page, /^变动原因/, '人工成本上升')
    await press(page, '保存，立即生效')
    await sees(page, '已保存，从现在起对新的选取有效')
    await sees(page.getByRole('row').filter({ hasText: '人工成本上升' }), '现行')
    const client = await walk.as('applicant')
    await client.goto(`/owner/engagements/${noted(walk, 'engagement')}`)
    await sees(client, '¥28,000.00')
    await sees(client, '1,000,000 元以内的部分：工程造价的 0.8%')
  })

  test('both agree on a contract at that fee', async () => {
    const page = await walk.as('intermediary')
    await page.goto(`/intermediary/engagements/${noted(walk, 'engagement')}`)
    const offered = sheet(page, '合同')
    await fill(offered, '工作内容和成果要求', '按公告要求编制，提交电子版和纸质版。')
    await fill(offered, '违约责任', '逾期的，每日按合同价款的千分之一支付违约金。')
    await press(offered, '提交给对方确认')
    await sees(offered, '待对方答复')
    const client = await walk.as('applicant')
    await client.goto(`/owner/engagements/${noted(walk, 'engagement')}`)
    await press(sheet(client, '合同'), '同意，合同生效')
    await sees(sheet(client, '合同'), '打印合同要点')
  })

  test('it cannot charge more in the end; less it can, and the client sees both', async () => {
    const page = await walk.as('intermediary')
    await page.goto(`/intermediary/engagements/${noted(walk, 'engagement')}`)
    await fill(page, /^实际收费/, '28000.01')
    await fill(page, '交付说明', '报告及附图')
    await press(page, '提交成果')
    await sees(page, '不能高于合同价款（¥28,000.00）')
    await fill(page, /^实际收费/, '27,500')
    await press(page, '提交成果')
    await sees(page, '¥27,500.00（比约定少 ¥500.00）')
    const client = await walk.as('applicant')
    await client.goto(`/owner/engagements/${noted(walk, 'engagement')}`)
    await sees(client, '¥27,500.00（比约定少 ¥500.00）')
  })

  test('it withdraws the service: nobody can choose it, until it resumes', async () => {
    const page = await walk.as('intermediary')
    await page.goto('/intermediary/offerings/ZJ-CON-006')
    await press(page, '停止提供')
    await sees(page, '已停止提供')
    const visitor = await walk.as()
    await visitor.goto('/catalogue/ZJ-CON-006?size=6000000')
    expect(await visitor.getByRole('row').filter({ hasText: firm }).count()).toBe(0)
    await press(page, '恢复提供')
    await sees(page, '已恢复提供')
  })
})
