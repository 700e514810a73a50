import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

export interface MoneyRefusal {
  readonly code: 'MONEY_INVALID'
  /** format: not an amount; precision: finer than one fen; range: too large to count exactly. */
  readonly reason: 'format' | 'precision' | 'range'
}

/** An integer number of fen as people read it: 1200000 → '¥12,000.00'. */
export function formatFen(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}¥${yuan}.${digits.slice(-2)}`
}

/** A typed amount in yuan ('12000.5', '¥12,000.50', full width too) as fen, without passing through a fraction. */
export function parseYuan(input: string): Result<number, MoneyRefusal> {
  const match = /^¥?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(input.normalize('NFKC').trim())
  if (!match) return refuse({ code: 'MONEY_INVALID', reason: 'format' })
  const yuan = (match[1] ?? '').replaceAll(',', '')
  const fraction = match[2] ?? ''
  if (/[^0]/.test(fraction.slice(2))) return refuse({ code: 'MONEY_INVALID', reason: 'precision' })
  const fen = Number(yuan + fraction.slice(0, 2).padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? ok(fen) : refuse({ code: 'MONEY_INVALID', reason: 'range' })
}
