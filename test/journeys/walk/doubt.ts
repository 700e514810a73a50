import { expect } from 'vitest'
import { fill, follow, isOn, press, sees, sheet, textOf, tick } from './acts.ts'
import { noted, waitsFor } from './walk.ts'
import type { Walk } from './walk.ts'

/** What was handled on a promise stands among the tasks; the officer doubts it, and the notice goes out. */
export async function doubtPromise(walk: Walk): Promise<void> {
  const page = await walk.as('officer')
  await page.goto('/agency')
  await follow(page, '事后核查')
  await isOn(page, '事后核查')
  await page
    .getByRole('row')
    .filter({ hasText: '容缺办理，必须核查' })
    .filter({ hasText: noted(walk, 'applicant') })
    .getByRole('link')
    .click()
  await isOn(page, /^核查任务 CR-2026-/)
  walk.notes.set('task', new URL(page.url()).pathname)
  walk.notes.set('case', (await page.getByRole('link', { name: /^BJ-2026-/ }).innerText()).trim())
  await follow(page, '告知涉嫌不实')
  await isOn(page, /^告知涉嫌不实：承诺 CN-2026-/)
  await press(page, '送达告知书')
  await sees(page, '请填写')
  await fill(page, '查明的事实', '授权委托书加盖的公章与备案印模不一致。')
  await fill(page, '证据和依据', '印章备案系统比对结果')
  await press(page, '送达告知书')
  await isOn(page, /^承诺不实认定 RD-2026-/)
  await sees(page, '您提出了这项认定，由另一名负责人作出认定。')
  expect(await page.getByRole('button', { name: '作出认定并送达' }).count()).toBe(0)
  walk.notes.set('finding', new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await page.goto(noted(walk, 'task'))
  await sees(page, '涉嫌不实')
  expect(await page.getByRole('button', { name: '核查属实' }).count()).toBe(0)
}

/** A manager can't decide before the party was heard. */
export async function decideTooEarly(walk: Walk): Promise<void> {
  const page = await walk.as('manager')
  await page.goto(`/agency/findings/${noted(walk, 'finding')}`)
  await tick(page, '承诺不实')
  await fill(page, '理由', '过早的决定')
  await press(page, '作出认定并送达')
  await sees(page, /可以在 \d{4}-\d\d-\d\d.*前陈述、申辩，期满或者收到申辩后才能认定/)
  expect(await page.getByLabel('理由').inputValue()).toBe('过早的决定')
}

/** The applicant finds the notice among the messages, reads it on paper, and answers with evidence. */
export async function answerNotice(walk: Walk): Promise<void> {
  const page = await walk.as('client-3')
  await waitsFor(page, '/messages', noted(walk, 'finding'))
  await page.goto('/owner/promises')
  await follow(page, noted(walk, 'finding'))
  await sees(page, /您可以在 .* 24 时（北京时间）前陈述、申辩/)
  await follow(page, '告知书')
  await isOn(page, '承诺涉嫌不实告知书')
  await page.goto(`/owner/findings/${noted(walk, 'finding')}`)
  await fill(page, '您的陈述申辩', '该公章为更换前的旧章，附换章回执。')
  const receipt = { name: '换章回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
  await page.getByLabel('证据材料').setInputFiles(receipt)
  await press(page, '提交陈述申辩')
  await sees(page, '已申辩，等待认定')
  await sees(page, '换章回执.pdf')
}

/** Another than who proposed it decides; the approval is revoked at once, and both kinds of tolerance are held. */
export async function decideUntrue(walk: Walk): Promise<void> {
  const page = await walk.as('manager')
  await page.goto('/agency/findings')
  await follow(page, noted(walk, 'finding'))
  await sees(page, '该公章为更换前的旧章')
  await tick(page, '承诺不实')
  await fill(page, '理由', '换章回执日期晚于委托书签署日，不能证明用章真实。')
  await press(page, '作出认定并送达')
  await sees(page, '认定不实')
  await follow(page, '决定书')
  await isOn(page, '承诺不实认定及撤销决定书')
  await page.goto(`/agency/cases/${noted(walk, 'case')}`)
  await sees(page, '已撤销')
}

/** The applicant sees decision, record and hold; the reform office was told and reads the finding. */
export async function seeConsequences(walk: Walk): Promise<void> {
  const owner = await walk.as('client-3')
  await owner.goto('/owner/promises')
  const record = await textOf(owner)
  expect(record).toContain('认定不实')
  expect(record).toMatch(/终[身生]/)
  await sees(sheet(owner, '履行记录及其后果'), '一次承诺不实')
  await owner.goto(`/owner/findings/${noted(walk, 'finding')}`)
  await sees(owner, '作出决定')
  await follow(owner, '对记录提出异议')
  await sees(owner, '承诺不实')
  const office = await walk.as('reform')
  await waitsFor(office, '/messages', noted(walk, 'case'))
  await office.goto(`/regulator/findings/${noted(walk, 'finding')}`)
  await sees(office, /告知有关单位：.+/)
  const queue = await walk.as('investigator')
  await queue.goto('/regulator/cases')
  await sees(queue, noted(walk, 'applicant'))
}
