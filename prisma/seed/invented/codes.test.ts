import { expect, test } from 'vitest'
import { checkUscc } from '#domain/kernel/uscc.ts'
import { fictitiousUscc } from './codes.ts'

test('a million firms have a million codes, across the end of the first range', () => {
  const codes = Array.from({ length: 4_000 }, (_, i) => fictitiousUscc('BENCH', 921_521 + i, '410100'))
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => !checkUscc(code).ok)).toEqual([])
})

test('beyond the last range there is none: no code is given twice', () =>
  expect(() => fictitiousUscc('APPLICANT', 923_521, '410100')).toThrow(RangeError))
