import { expect, it } from 'vitest'
import { encodeGb18030 } from './encode-gb18030.ts'

/** Whoever uses the private use area uses it for himself, and FFFD is the mark of what was lost: neither is text. */
const isNoText = (code: number) => (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd

it('every character there is comes back from the decoder as it was', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const wrong: string[] = []
  for (let plane = 0; plane < 17; plane += 1) {
    for (let from = plane * 0x10000; from < (plane + 1) * 0x10000; from += 0x1000) {
      const codes = Array.from({ length: 0x1000 }, (_, index) => from + index).filter(
        (code) => (code < 0xd800 || code > 0xdfff) && !isNoText(code),
      )
      const text = String.fromCodePoint(...codes)
      const back = decoder.decode(encodeGb18030(text))
      if (back !== text)
        wrong.push(
          ...codes
            .filter((code) => decoder.decode(encodeGb18030(String.fromCodePoint(code))) !== String.fromCodePoint(code))
            .map((code) => code.toString(16)),
        )
    }
  }
  expect(wrong).toEqual([])
})

it('writes the bytes of the standard', () => {
  const hex = (text: string) => Buffer.from(encodeGb18030(text)).toString('hex')
  expect(hex('中a')).toBe('d6d061')
  expect(hex('€')).toBe('a2e3')
  expect(hex('𠀀')).toBe('95328236')
  expect(hex('\ud800')).toBe('3f')
})
