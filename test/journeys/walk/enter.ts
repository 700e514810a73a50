import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { fictitiousIdentityNumber, fictitiousUscc } from '#prisma/seed/invented/codes.ts'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { moveClockTo, noted, waitsFor } from './walk.ts'
import type { Walk } from './walk.ts'

const institution = {
  name: '河南晨星环境评价有限公司',
  item: '建设项目环境影响报告书（表）编制',
  email: 'chenxing@example.test',
  password: 'chenxing 2026 morning',
} as const
/** Each run enters a firm of its own, so that both fit into one database. */
const usccOf = ({ hasScripts }: Walk): string => fictitiousUscc('INTERMEDIARY', hasScripts ? 800_001 : 800_002, '410105')
const person = fictitiousIdentityNumber(3_000_000)

/** Somebody without an account opens one and lands where an entry begins. */
export async function signUp(walk: Walk): Promise<void> {
  const page = await newcomerPage(walk)
  await page.goto('/')
  await follow(page, '登录')
  await follow(page, '还没有账号？注册')
  await isOn(page, '注册账号')
  await fill(page, '姓名', '晨小星')
  await fill(page, '电子邮箱', institution.email)
  await fill(page, '密码', 'short')
  await press(page, '注册')
  await sees(page, /至少 10 个字符/)
  expect(await page.getByLabel('电子邮箱').inputValue()).toBe(institution.email)
  await fill(page, '密码', institution.password)
  await tick(page, /本人对所填内容的真实性负责/)
  await press(page, '注册')
  await sees(page, '账号现在可以登录')
  await fill(page, '电子邮箱', institution.email)
  await fill(page, '密码', institution.password)
  await press(page, '登录')
  await isOn(page, '机构入驻')
  await sees(page, '不限数量，不收费')
}

/** A draft is begun, left half wrong, and found again as it was. */
export async function draft(walk: Walk): Promise<void> {
  const page = await newcomerPage(walk)
  await press(page, '开始入驻申请')
  await isOn(page, '机构信息')
  await fill(page, '机构名称', institution.name)
  const uscc = usccOf(walk)
  await fill(page, '统一社会信用代码', uscc.slice(0, 17) + (uscc.endsWith('0') ? '1' : '0'))
  await press(page, '保存')
  await sees(page, '可以离开，下次从任何设备接着填')
  await sees(page, new RegExp(`按前 17 位应为 ${uscc.slice(17)}`))
  await page.goto('/intermediary/entry')
  await follow(page.getByRole('main'), /^RZ-2026-/)
  await isOn(page, institution.name)
  walk.notes.set('entry', new URL(page.url()).pathname.split('/').at(-1) ?? '')
  const missing = sheet(page, '还缺什么')
  expect(await missing.innerText()).toMatch(/机构信息 地址：请填写[\s\S]*承诺 还没有填写/)
  await press(page, '提交形式审查')
  await sees(page, '还有内容缺少或有误')
  await missing.getByRole('link', { name: '机构信息' }).first().click()
  await isOn(page, '机构信息')
  await fill(page, '统一社会信用代码', uscc)
  await fill(page, '组织形式', '有限责任公司')
  await page.getByLabel('登记地').selectOption({ label: '金水区' })
  await fill(page, '地址', '郑州市金水区花园路1号')
  await fill(page, '联系电话', '0371-55550000')
  await press(page, '保存并继续')
}

/** The other six steps, back and forth; identity numbers never come back to the page. */
export async function complete(walk: Walk): Promise<void> {
  const page = await newcomerPage(walk)
  await isOn(page, '法定代表人')
  await fill(page, '姓名', '晨小星')
  await fill(page, '居民身份证号', person)
  await press(page, '保存并继续')
  await isOn(page, '资质')
  await follow(page, '上一步')
  await isOn(page, '法定代表人')
  expect(await page.content()).not.toContain(person)
  await sees(page, /已加密保存：410199\*{8}/)
  await press(page, '保存并继续')
  await isOn(page, '资质')
  await press(page, '保存并继续')
  await isOn(page, '从业人员')
  await fill(page, '姓名', '晨小星')
  await fill(page, '居民身份证号', person)
  await fill(page, '职务或执业资格', '环境影响评价工程师')
  await press(page, '保存并再添一项')
  await page.getByRole('group', { name: '第 1 项' }).waitFor()
  await press(page, '保存并继续')
  await isOn(page, '关联关系')
  await tick(page, /没有所有、控股、隶属或举办关系/)
  await press(page, '保存并继续')
  await isOn(page, '服务项目')
  await page.getByLabel('服务事项').selectOption('ZJ-EIA-001')
  await tick(page, '郑州市')
  await fill(page, '金额、单价或比例', '59,000')
  await fill(page, '承诺时限', '18')
  await press(page, '保存并继续')
  await isOn(page, '承诺')
  for (const box of await page.getByRole('group', { name: '声明' }).getByRole('checkbox').all()) await box.check()
  await fill(page, '签署人姓名', '晨小星')
  await press(page, '保存并继续')
  await isOn(page, institution.name)
  await sees(page, '七个步骤都已填好')
  await press(page, '提交形式审查')
  // Submitted on Monday, 23 November: Tuesday and Wednesday are its two working days.
  await sees(page, '审查期限到 2026-11-25')
}

/** The reform office sees what was found, and passes it on. */
export async function check(walk: Walk): Promise<void> {
  const page = await walk.as('reform')
  await page.goto('/regulator/entries')
  await page.getByRole('row').filter({ hasText: institution.name }).getByRole('link').click()
  await isOn(page, institution.name)
  expect(await textOf(page)).toMatch(/自动比对没有发现问题/)
  expect(await page.content()).not.toContain(person)
  await tick(page, /退回补正/)
  await press(page, '作出结论')
  await sees(page, '请填写理由')
  await tick(page, /通过，进入公示/)
  await press(page, '作出结论')
  await sees(page, /公示 2026-11-24 至 2026-11-26/)
}

/** During publicity anybody objects, and gets a receipt. */
export async function objectPublicly(walk: Walk): Promise<void> {
  await moveClockTo(await walk.as('reform'), '2026-11-24')
  const page = await walk.as()
  await page.goto('/')
  await follow(page.getByRole('contentinfo'), '入驻公示')
  await follow(page.getByRole('main'), institution.name)
  await isOn(page, institution.name)
  const shown = await textOf(page)
  expect(shown).toContain('晨**')
  expect(shown).not.toMatch(/晨小星|0371-55550000/)
  await fill(page, '姓名或单位', '李四')
  await fill(page, '联系方式', '13800000000')
  await fill(page, '异议和依据', '该机构尚未取得办公场所，请核实。')
  await press(page, '提交异议')
  await sees(page, /回执编号 YY-2026-\d{6}/)
  walk.notes.set('receipt', /YY-2026-\d{6}/.exec(await textOf(page))?.[0] ?? '')
}

/** Publicity over, an open objection holds the listing back; answered, the institution is in the register the same day. */
export async function answerAndList(walk: Walk): Promise<void> {
  const officer = await walk.as('reform')
  await moveClockTo(officer, '2026-11-27')
  const number = noted(walk, 'entry')
  await officer.goto(`/regulator/entries/${number}`)
  await sees(officer, '公示中')
  await tick(officer, '不成立')
  await fill(officer, '答复和理由', '经现场核实，办公场所属实。')
  await press(officer, '作出答复')
  await sees(officer, /不成立/)

  const anyone = await walk.as()
  await anyone.goto('/publicity')
  await fill(anyone, '异议回执编号', noted(walk, 'receipt'))
  await press(anyone, '查询答复')
  await sees(anyone, '经现场核实，办公场所属实。')

  await waitsFor(await newcomerPage(walk), `/intermediary/entry/${number}`, '已入驻')
}

/** It is found in the public search, can be chosen, and its applicant acts for it. */
export async function found(walk: Walk): Promise<void> {
  const page = await walk.as()
  await page.goto('/')
  const box = page.getByRole('main').getByRole('searchbox')
  await box.fill('晨星环境')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(找机构|搜索)$/ })
    .click()
  await page.waitForURL((url) => url.searchParams.get('q') === '晨星环境')
  await follow(page.getByRole('main'), institution.name)
  await isOn(page, institution.name)
  expect(await textOf(page)).toContain('¥59,000.00')

  const applicant = await walk.as('applicant')
  await applicant.goto(`/intermediaries/${usccOf(walk)}`)
  await follow(applicant, `选择该机构办理「${institution.item}」`)
  await isOn(applicant, '确认选取')

  const own = await newcomerPage(walk)
  await own.goto('/intermediary')
  await isOn(own, '本机构')
}

/** The window of the one who enters: an account that the demonstration doesn't have. */
const newcomerPage = (walk: Walk): Promise<Page> => walk.asStranger('newcomer')
