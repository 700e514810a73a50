import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccounts } from '#prisma/seed/demo/demo-accounts.ts'
import { startApp } from '#test/setup/app.ts'
import type { RunningApp } from '#test/setup/app.ts'
import { openBrowser } from '#test/setup/browser.ts'
import type { TestBrowser } from '#test/setup/browser.ts'
import { fill, follow, isOn, press, sees, sheet, tick } from './walk/acts.ts'

// From an empty body to an officer at work, and back out again; once with scripts and once without.

let app: RunningApp
let browser: TestBrowser
beforeAll(async () => {
  app = await startApp({ more: { TRUST_PROXY: '1' } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

let people = 0
/** A window of one person, who comes from an address of their own. */
async function windowOf(javaScriptEnabled: boolean): Promise<Page> {
  const extraHTTPHeaders = { 'X-Forwarded-For': `203.0.113.${(people += 1)}` }
  const window = await browser.open({ locale: 'zh-CN', javaScriptEnabled, extraHTTPHeaders })
  return await window.newPage()
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${app.url}/sign-in`)
  await fill(page, '电子邮箱', email)
  await fill(page, '密码', password)
  await press(page, '登录')
}

describe.each([true, false])('an administrator (scripts: %s)', (isScripted) => {
  const body = `郑州市档案馆${isScripted ? '甲' : '乙'}（演示）`
  const email = `archive-${String(isScripted)}@demo.xinxuan.example`

  it('enters a body, gives it an officer, changes what the officer may do, and closes the account', async () => {
    const admin = demoAccounts.find(({ role }) => role === 'ADMINISTRATOR')
    if (!admin) throw new Error('no administrator in the demonstration')
    const page = await windowOf(isScripted)
    await signIn(page, admin.email, admin.password)
    await isOn(page, '账号')

    await follow(page, '单位')
    await follow(page, '登记部门')
    await press(page, '登记')
    await sees(page, '请改正以下内容')
    await fill(page, '中文名称', body)
    await page.getByLabel('行政区划').selectOption('410100')
    await press(page, '登记')
    await isOn(page, body)
    await sees(page, '已保存。')

    await follow(page, '添加成员')
    await fill(page, '姓名', '田甜')
    await fill(page, '电子邮箱', email)
    await tick(page, '窗口人员')
    await press(page, '新建并生成密码')
    const password = await page.getByRole('status').getByLabel('一次性密码').first().innerText()
    expect(password).toMatch(/^\w{4}(-\w{4}){3}$/)

    const officer = await windowOf(isScripted)
    await signIn(officer, email, password)
    await isOn(officer, '账号与安全')
    await sees(officer, '请先设置自己的密码')
    expect((await officer.goto(`${app.url}/agency`))?.status(), 'nothing before that').toBe(403)
    await officer.goto(`${app.url}/account`)
    await fill(officer, '原密码', password)
    await fill(officer, '新密码', 'Eine eigene Passphrase')
    await press(officer, '修改密码')
    await sees(officer, '密码已修改')
    expect((await officer.goto(`${app.url}/agency`))?.status()).toBe(200)
    expect((await officer.goto(`${app.url}/agency/api-keys`))?.status()).toBe(403)

    await follow(page, '查看账号')
    await isOn(page, '田甜')
    await tick(sheet(page, '单位与角色'), '审批部门负责人')
    await press(page, '保存角色')
    await sees(page, '角色已保存')
    expect((await officer.goto(`${app.url}/agency/api-keys`))?.status(), 'from the next page on').toBe(200)

    await press(page, '停用账号')
    await sees(page, '账号已停用。')
    await officer.goto(`${app.url}/agency`)
    await isOn(officer, '登录')
    await signIn(officer, email, 'Eine eigene Passphrase')
    await sees(officer, '账号已停用。请联系本单位管理员。')
    for (const each of [page, officer]) await each.context().close()
  })

  it('cannot change the own account', async () => {
    const page = await windowOf(isScripted)
    await signIn(page, 'admin@demo.xinxuan.example', demoAccounts[0]?.password ?? '')
    await isOn(page, '账号')
    await page.goto(`${app.url}/regulator/admin-users?q=admin%40demo`)
    await follow(page, '罗伟')
    await sees(page, '这是你自己的账号')
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    await page.context().close()
  })
})
