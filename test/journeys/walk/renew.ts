import { fill, follow, isOn, press, sees, sheet, tick } from './acts.ts'
import { intermediary } from './find-and-choose.ts'
import { moveClockTo, noted, waitsFor } from './walk.ts'
import type { Walk } from './walk.ts'

/** Of the demonstration's own institution: ends on 2026-12-15 and covers one item that needs it. */
const certificate = '演示CMA-2023-0147'
const renewed = '演示CMA-2026-0931'
const item = '排污单位自行监测'

/** The firm was told in time, and its calendar says what will be closed. */
export async function isReminded(walk: Walk): Promise<void> {
  const page = await walk.as('intermediary')
  await waitsFor(page, '/messages', new RegExp(`${certificate}）将于 2026-12-15 到期`))
  await page.goto('/intermediary/qualifications')
  await isOn(page, '资质')
  await sees(page.getByRole('row', { name: new RegExp(certificate) }), '即将到期')
  await sees(sheet(page, '到期日历'), new RegExp(`次日起不能承接：.*${item}`))
}

/** The day after its last day nobody can choose the item here any more. */
export async function expires(walk: Walk): Promise<void> {
  await moveClockTo(await walk.as('reform'), '2026-12-16')
  const page = await walk.as('intermediary')
  await page.goto('/intermediary/qualifications')
  await sees(page.getByRole('row', { name: new RegExp(certificate) }), '已到期')
  await sees(await offerOf(walk), /资质.*2026-12-15/)
}

/** The firm asks for the renewal; a mistake keeps what was typed. Nothing changes until the check. */
export async function asksForRenewal(walk: Walk): Promise<void> {
  const page = await walk.as('intermediary')
  await page.goto('/intermediary/qualifications')
  await follow(page, `换证 ${certificate}`)
  await isOn(page, '换证')
  await fill(page, '证书号', renewed)
  await fill(page, '有效期自', '2026-12-16')
  await fill(page, '有效期至', '2025-12-15')
  await press(page, '提交变更申请')
  await sees(page, /截止日早于起始日/)
  await fill(page, '有效期至', '2032-12-15')
  await press(page, '提交变更申请')
  await sees(page, /已收到/)
  await sees(page, '一项同类变更正在审查')
  await sees(page.getByRole('row', { name: new RegExp(certificate) }), '已到期')
  await follow(page, '查看')
  await isOn(page, '资质变更')
  walk.notes.set('change', new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await sees(await offerOf(walk), /资质.*2026-12-15/)
}

/** The reform office sees old and new side by side and accepts. */
export async function isAccepted(walk: Walk): Promise<void> {
  const page = await walk.as('reform')
  await page.goto('/regulator/register-changes')
  await isOn(page, '变更审查')
  await follow(page, noted(walk, 'change'))
  await isOn(page, /^资质变更：/)
  const row = page.getByRole('row', { name: /证书号/ })
  await sees(row, certificate)
  await sees(row, renewed)
  await tick(page, /准予变更/)
  await press(page, '作出决定')
  await sees(page, '已生效')
}

/** From that instant the item can be chosen again, and the firm reads it in its history and messages. */
export async function isOpenAgain(walk: Walk): Promise<void> {
  const page = await walk.as('intermediary')
  await page.goto('/intermediary/qualifications')
  await sees(page.getByRole('row', { name: new RegExp(renewed) }), '有效')
  await page.goto('/intermediary/changes')
  await sees(page.getByRole('row', { name: new RegExp(noted(walk, 'change')) }), '已生效')
  await waitsFor(page, '/messages', `变更申请 ${noted(walk, 'change')} 已有审查结果`)
  const offer = await offerOf(walk)
  await offer.getByRole('link', { name: /选择该机构/ }).waitFor()
}

/** The offer of the item on the firm's public page. */
async function offerOf(walk: Walk) {
  const page = await walk.as()
  await page.goto(`/intermediaries/${intermediary.uscc}`)
  return sheet(page, '服务与收费').getByRole('listitem').filter({ hasText: item }).first()
}
