import { expect } from 'vitest'
import { fill, follow, isOn, press, sees } from './acts.ts'
import { noted } from './walk.ts'
import type { Walk } from './walk.ts'

/** The office changes the draft, sees each slip beside its field, and saves it; the old simulation no longer counts. */
export async function changeDraft(walk: Walk): Promise<void> {
  const page = await walk.as('reform')
  await page.goto('/regulator/rule-sets')
  await isOn(page, '评价规则管理')
  await press(page, '起草新版本')
  await sees(page, /已有草案 ZZ-2/)
  await follow(page, 'ZZ-2')
  await isOn(page, '信用评价规则 ZZ-2')
  walk.notes.set('rules', new URL(page.url()).pathname)
  await sees(page, '等级变化（行：现在；列：草案）')
  await fill(page, '等级分数线：B 级起点', '95')
  await press(page, '保存草案')
  await sees(page, '须低于上一等级的分数线。')
  await fill(page, '等级分数线：B 级起点', '80')
  await fill(page, '变更说明（随规则公布）', '分数线与周边城市衔接。')
  await press(page, '保存草案')
  await sees(page, '已办理。')
  await sees(page, '草案在试算之后又有修改，发布前须重新试算。')
}

/** Nothing is published unsimulated, and not by its drafter. The worker runs the simulation; the office sees who would move and why. */
export async function simulateDraft(walk: Walk): Promise<void> {
  const page = await walk.as('reform')
  await sees(page, '由您起草的版本须由他人发布。')
  const publisher = await walk.as('reform4')
  await publisher.goto(noted(walk, 'rules'))
  await fill(publisher, '施行日期', '2026-12-01')
  await press(publisher, '发布此版本')
  await sees(publisher, '草案修改后尚未试算，请先试算。')
  await press(page, '开始试算')
  await sees(page, '已办理。')
  await expect
    .poll(
      async () => {
        await page.goto(noted(walk, 'rules'))
        return page
          .getByRole('heading', { name: '试算结果' })
          .isVisible()
          .then(
            async (isThere) =>
              isThere &&
              (await page.getByText('发布前须重新试算').count()) === 0 &&
              (await page.getByText('试算已排队').count()) === 0 &&
              (await page.getByText('试算进行中').count()) === 0,
          )
      },
      { timeout: 90_000, interval: 2000 },
    )
    .toBe(true)
  await sees(page, '等级分数线')
}

/** Another publishes it for a later day; everyone reads it, and on its day everybody is rated by it. */
export async function publishDraft(walk: Walk): Promise<void> {
  const publisher = await walk.as('reform4')
  await publisher.goto(noted(walk, 'rules'))
  await fill(publisher, '施行日期', '2026-11-23')
  await press(publisher, '发布此版本')
  await sees(publisher, '施行日期须晚于 2026-11-23。')
  await fill(publisher, '施行日期', '2026-12-01')
  await press(publisher, '发布此版本')
  await sees(publisher, '已办理。')
  await sees(publisher, '等待施行日')
  const visitor = await walk.as()
  await visitor.goto('/rating-rules')
  await isOn(visitor, '信用评价规则')
  await sees(visitor, '将于 2026-12-01 施行')
  await follow(visitor, 'ZZ-2')
  await sees(visitor, '信用等级A、B、C的分数线为92、80、60')
}
