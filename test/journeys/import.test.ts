import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usccCheckChar } from '#domain/kernel/uscc.ts'
import { csvOf } from '#test/factories/importing.ts'
import { startApp } from '../setup/app.ts'
import type { RunningApp } from '../setup/app.ts'
import { openBrowser } from '../setup/browser.ts'
import type { TestBrowser } from '../setup/browser.ts'
import { sessionOf } from './sign-in.ts'

// The reform office takes an older register over: a table with a slip of the pen, the same put right, and the firm is found by anyone.

describe.each([{ hasScripts: true }, { hasScripts: false }])('an import (scripts: $hasScripts)', ({ hasScripts }) => {
  let app: RunningApp
  let browser: TestBrowser
  let window: BrowserContext
  let page: Page
  const body = '91410100MANEW0001'
  const uscc = body + usccCheckChar(body)
  const row = (code: string) => ({
    uscc: code,
    name: '虚构嵩岳测绘技术有限公司',
    divisionCode: '410105',
    legalForm: '有限责任公司',
    legalRepresentative: '测试丙',
    address: '郑州市金水区花园路1号',
    phone: '0371-00000000',
    listedOn: '2025年3月1日',
  })

  beforeAll(async () => {
    app = await startApp()
    browser = await openBrowser()
    window = await browser.open({ javaScriptEnabled: hasScripts, acceptDownloads: true })
    const cookies = (await sessionOf(app.url, 'reform')).split('; ').map((cookie) => {
      const at = cookie.indexOf('=')
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: app.url }
    })
    await window.addCookies(cookies)
    page = await window.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  async function upload(name: string, code: string): Promise<void> {
    await page.goto(`${app.url}/regulator/imports`)
    await page.getByLabel('中介服务机构名录', { exact: true }).check()
    await page
      .getByLabel('表格文件')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csvOf('INTERMEDIARIES', [row(code)])) })
    await page.getByRole('button', { name: '上传并校验' }).click()
    await page.waitForURL(/\/regulator\/imports\/DR-/)
  }

  /** With scripts the page follows by itself; without, somebody presses the link. */
  async function until(text: string): Promise<void> {
    const wanted = page.getByText(text, { exact: true }).first()
    if (hasScripts) return wanted.waitFor({ timeout: 60_000 })
    for (let looks = 0; looks < 120 && !(await wanted.isVisible()); looks += 1) {
      await page.waitForTimeout(500)
      await page.getByRole('link', { name: '刷新进度' }).click()
    }
    expect(await wanted.isVisible()).toBe(true)
  }

  test('a wrong check character is named by row and column, to be read and to be downloaded', async () => {
    await upload('名录.csv', `${body}${uscc.endsWith('0') ? '1' : '0'}`)
    await until('发现 1 处错误，没有导入任何一行')
    const cells = await page.getByRole('table', { name: '错误明细' }).getByRole('cell').allInnerTexts()
    expect(cells.join(' ')).toContain('统一社会信用代码')
    expect(cells.join(' ')).toContain(`校验位不对，按前 17 位应为 ${uscc.slice(17)}`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载错误明细（CSV）' }).click()])
    const text = await readFile(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFF行,列,内容,原因\r\n2,统一社会信用代码,')).toBe(true)
  })

  test('put right it is free of faults, is imported, and found by anyone', async () => {
    await upload('名录-改正.csv', uscc)
    await until('校验通过：没有发现错误')
    await page.getByRole('button', { name: '立即导入' }).click()
    await until('已全部导入')
    const visitor = await browser.open({ javaScriptEnabled: hasScripts })
    const found = await visitor.newPage()
    await found.goto(`${app.url}/intermediaries?q=${encodeURIComponent('嵩岳测绘')}`)
    await found.getByText('虚构嵩岳测绘技术有限公司').first().waitFor()
    await found.goto(`${app.url}/intermediaries/${uscc}`)
    expect(await found.getByRole('heading', { level: 1 }).innerText()).toContain('虚构嵩岳测绘技术有限公司')
    await visitor.close()
  })

  test('templates and exports come as files', async () => {
    await page.goto(`${app.url}/regulator/imports`)
    const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '服务项目模板 XLSX' }).click()])
    expect((await readFile(await template.path())).subarray(0, 2).toString('latin1')).toBe('PK')
    const [exported] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '中介服务机构名录导出 CSV', exact: true }).click(),
    ])
    expect(await readFile(await exported.path(), 'utf8')).toContain(uscc)
  })
})
