import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldReceiptSecret, secretLength, writeReceiptSecret } from './receipt-secret.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 })

describe("a receipt's secret", () => {
  it.each([
    [new Uint8Array(10), '0000-0000-0000-0000'],
    [new Uint8Array(10).fill(255), 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'],
    [Uint8Array.from([0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000, 0, 0, 0, 0, 0]), '1234-5678-0000-0000'],
  ])('%s → %s', (given, expected) => expect(writeReceiptSecret(given)).toBe(expected))

  it('different bits, different secrets; always the same length', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const [a, b] = [writeReceiptSecret(one), writeReceiptSecret(other)]
        expect(a.replaceAll('-', '')).toHaveLength(secretLength)
        expect(a === b).toBe(Buffer.compare(Buffer.from(one.subarray(0, 10)), Buffer.from(other.subarray(0, 10))) === 0)
      }),
    )
  })

  it('is recognised however it is typed', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const written = writeReceiptSecret(given)
        const folded = foldReceiptSecret(written)
        for (const typed of [
          written.toLowerCase(),
          ` ${written} `,
          written.replaceAll('-', ' '),
          written.replaceAll('0', 'o').replaceAll('1', 'l'),
        ])
          expect(foldReceiptSecret(typed)).toBe(folded)
      }),
    )
  })
})
