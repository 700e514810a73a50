import { expect, test } from 'vitest'
import { assertSameOrigin, ownPath } from './same-origin.server.ts'

const post = (headers: Record<string, string>) => new Request('http://localhost:3000/x', { method: 'POST', headers })
const isRefused = (headers: Record<string, string>): boolean => {
  try {
    assertSameOrigin(post(headers))
    return false
  } catch (refused) {
    return refused instanceof Response && refused.status === 403
  }
}

test.each([
  [{ Origin: 'http://localhost:3000' }, false],
  [{ Origin: 'https://xinxuan.example', 'X-Forwarded-Host': 'xinxuan.example' }, false],
  [{ 'Sec-Fetch-Site': 'same-origin' }, false],
  [{ Origin: 'https://evil.example' }, true],
  [{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }, true],
  [{ Origin: 'null' }, true],
  [{ Origin: 'not an address' }, true],
  [{ 'Sec-Fetch-Site': 'same-site' }, true],
  [{}, true],
])('a form with %j is refused: %s', (headers, refused) => {
  expect(isRefused(headers as Record<string, string>)).toBe(refused)
})

test.each([
  ['/intermediaries?q=%E4%B8%AD', '/intermediaries?q=%E4%B8%AD'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example/', '/'],
  ['/\t/evil.example', '/'],
  ['', '/'],
  [null, '/'],
])('%j leads back to %s', (value, path) => {
  expect(ownPath(value)).toBe(path)
})
