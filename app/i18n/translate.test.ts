import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import type { Translation } from './translate.ts'
import { createTranslator } from './translate.ts'

const source = { title: '找机构', found: { other: '{count} 家机构' }, order: { line: '见<link>如何排序</link>，种子 {seed}' } }
const english: Translation<typeof source> = {
  title: 'Find a firm',
  found: { one: '{count} firm', other: '{count} firms' },
  order: { line: 'See <link>how we rank</link>, seed {seed}' },
}
const zh = createTranslator(source, 'zh-CN')
const en = createTranslator<typeof source>(english, 'en')

test('plurals follow the language', () => {
  expect(zh('found', { count: 1 })).toBe('1 家机构')
  expect(en('found', { count: 1 })).toBe('1 firm')
  expect(en('found', { count: 1200 })).toBe('1,200 firms')
})

test('a tag becomes an element, values are filled in', () => {
  const node = en.rich('order.line', { link: (text) => createElement('a', { key: 'a', href: '/r' }, text) }, { seed: '7F3A' })
  expect(renderToStaticMarkup(node)).toBe('See <a href="/r">how we rank</a>, seed 7F3A')
})

test('a key without a text is a bug, a missing value stays visible', () => {
  expect(() => zh('order.nowhere' as 'title')).toThrow("No text for the key 'order.nowhere'")
  expect(zh('found')).toBe('{count} 家机构')
})
