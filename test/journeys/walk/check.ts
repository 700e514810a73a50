import { expect } from 'vitest'
import { fill, press, sees, textOf } from './acts.ts'
import { intermediary } from './find-and-choose.ts'
import type { Walk } from './walk.ts'

/** An officer checks the listed intermediary, takes a receipt, and anybody verifies it. */
export async function checkAndVerify(walk: Walk): Promise<void> {
  const page = await walk.as('officer')
  await page.goto('/agency/check')
  await fill(page, /统一社会信用代码或身份证号/, intermediary.uscc)
  await press(page, '核查')
  await sees(page, /(^|[^没])有限制/)
  expect(await textOf(page)).toMatch(/提供中介服务[\s\S]*不可以[\s\S]*在黑名单上[\s\S]*依据/)
  await fill(page, '用途', '环评文件审批')
  await press(page, '出具回执')
  await sees(page, '信用核查回执')
  const paper = await textOf(page)
  const number = /HC-\S+/.exec(paper)?.[0] ?? ''
  const code = /验证码 (\S{12})/.exec(paper)?.[1] ?? ''

  const reader = await walk.as()
  await reader.goto('/verify')
  await fill(reader, '回执编号', number)
  await fill(reader, '验证码', code)
  await press(reader, '验证')
  await sees(reader, '回执真实，未被改动')
  await sees(reader, intermediary.name)
}
