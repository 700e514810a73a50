import { expect, test } from 'vitest'
import { languageOfHeader } from './language.ts'

test.each([
  [null, 'zh-CN'],
  ['', 'zh-CN'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['fr,en;q=0.3,zh;q=0.7', 'zh-CN'],
  ['de, en;q=0', 'zh-CN'],
  ['*', 'zh-CN'],
  ['en;q=nonsense', 'zh-CN'],
])('Accept-Language %j gets %s', (header, language) => {
  expect(languageOfHeader(header)).toBe(language)
})
