import { Client } from 'pg'
import { expect } from 'vitest'
import { fill, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { moveClockTo, noted } from './walk.ts'
import type { Walk } from './walk.ts'

const reasons = '承担12项城区桥梁检测，全部提前交付，未发生一起投诉。'

/** An institution of the demonstration without a blot, whom nobody has nominated. */
async function chooseNominee(walk: Walk): Promise<{ readonly name: string; readonly uscc: string }> {
  const database = new Client({ connectionString: walk.app.databaseUrl })
  await database.connect()
  try {
    const { rows } = await database.query<{ name: string; uscc: string }>(
      `SELECT s."name", s."uscc" FROM "Subject" s JOIN "Intermediary" i ON i."subjectId" = s."id" AND i."status" = 'LISTED'
       WHERE NOT EXISTS (SELECT 1 FROM "CreditEvent" e WHERE e."subjectId" = s."id") AND NOT EXISTS (SELECT 1 FROM "ListEntry" l WHERE l."subjectId" = s."id")
         AND NOT EXISTS (SELECT 1 FROM "RedListNomination" n WHERE n."subjectId" = s."id") AND NOT EXISTS (SELECT 1 FROM "ViolationCase" c WHERE c."subjectId" = s."id")
       ORDER BY s."uscc" LIMIT 1`,
    )
    const [nominee] = rows
    if (!nominee) throw new Error('the demonstration has nobody to nominate')
    return nominee
  } finally {
    await database.end()
  }
}

/** Criteria first; then reasons and basis, and the nomination stands in the authority's list. */
export async function nominate(walk: Walk): Promise<void> {
  const { name, uscc } = await chooseNominee(walk)
  walk.notes.set('nominee', name).set('uscc', uscc)
  const page = await walk.as('manager')
  await page.goto('/agency/nominations/new')
  await isOn(page, '推荐列入红名单')
  await fill(page, '统一社会信用代码', uscc)
  await press(page, '核对条件')
  await sees(page, '本次推荐不要求')
  await fill(page, '推荐理由', reasons)
  await fill(page, '依据', '《河南省社会信用条例》第二十八条')
  await press(page, '提交推荐')
  await isOn(page, name)
  const number = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(number).toMatch(/^HM-2026-\d{6}$/)
  walk.notes.set('nomination', number)
  await sees(page, '待审核')
}

/** The office sees the same findings and orders the publicity; nothing is public before its first day. */
export async function examine(walk: Walk): Promise<void> {
  const [page, number] = [await walk.as('reform2'), noted(walk, 'nomination')]
  await page.goto('/regulator/red-list')
  await sees(page, noted(walk, 'nominee'))
  await page.goto(`/regulator/red-list/${number}`)
  await press(sheet(page, '启动公示'), '提交')
  await sees(page, '启动公示，2026-11-24 至 2026-12-02')
  const anyone = await walk.as()
  expect((await anyone.goto(`/red-list/publicity/${number}`))?.status()).toBe(404)
  await moveClockTo(await walk.as('reform'), '2026-11-24')
}

/** Without a name; who objects gets a receipt. */
export async function objectPublicly(walk: Walk): Promise<void> {
  const page = await walk.as()
  await page.goto('/red-list')
  await page.getByRole('link', { name: '正在公示的红名单推荐' }).click()
  await isOn(page, '红名单公示')
  await page.getByRole('link', { name: noted(walk, 'nominee') }).click()
  await isOn(page, noted(walk, 'nominee'))
  await sees(page, reasons)
  await fill(page, '异议内容', '太短')
  await press(page, '提交异议')
  await sees(page, /至少 10 个字符/)
  await fill(page, '异议内容', '其中一座桥的检测报告迟交了三天，请核实。')
  await press(page, '提交异议')
  await sees(page, '已收到异议')
  const receipt = /HY-2026-\d{6}/.exec(await textOf(page))?.[0] ?? ''
  walk.notes.set('receipt', receipt)
  expect(receipt).not.toBe('')
}

/** The office answers; the decider had to wait for it. */
export async function answerObjection(walk: Walk): Promise<void> {
  const [page, number] = [await walk.as('reform2'), noted(walk, 'nomination')]
  await page.goto(`/regulator/red-list/${number}`)
  const objections = sheet(page, '异议')
  await sees(objections, '未留姓名')
  await tick(objections, '不成立')
  await fill(objections, '答复理由', '经核实，迟交系业主更改桥位所致，有书面变更为证。')
  await press(objections, '提交答复')
  await sees(page, `异议 ${noted(walk, 'receipt')} 不成立`)
}

export async function decide(walk: Walk): Promise<void> {
  const [page, number] = [await walk.as('decider'), noted(walk, 'nomination')]
  await page.goto(`/regulator/red-list/${number}`)
  await sees(sheet(page, '作出决定'), /公示到 2026-12-02.* 结束，此前不能决定/)
  await moveClockTo(await walk.as('reform'), '2026-12-03')
  await page.goto(`/regulator/red-list/${number}`)
  const decision = sheet(page, '作出决定')
  await tick(decision, '列入红名单')
  await fill(decision, '理由', '公示期满，异议不成立，条件符合。')
  await press(decision, '提交')
  await sees(page, '已列入')
  await sees(page, /MD-2026-\d{6}/)
}

/** What everybody reads, at once. */
export async function readEverywhere(walk: Walk): Promise<void> {
  const [page, name] = [await walk.as(), noted(walk, 'nominee')]
  await page.goto(`/red-list?q=${noted(walk, 'uscc')}`)
  await sees(page, '共 1 条')
  await page.getByRole('link', { name }).click()
  await sees(page, '优先适用容缺受理')
  await sees(page, '山东省社会信用条例 第二十六条')
  await sees(page, '列入前公示结束')
  await page.goto(`/intermediaries/${noted(walk, 'uscc')}`)
  await sees(page, '守信便利')
  const feed = await fetch(`${walk.app.url}/red-list.atom`)
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const text = await feed.text()
  expect(text).toContain(`<title>${name}：红名单</title>`)
  await page.goto(`/red-list/publicity?receipt=${noted(walk, 'receipt')}`)
  await sees(page, '经核实，迟交系业主更改桥位所致')
}
