import { formatFen } from '#domain/kernel/money.ts'

/** '¥28,000' where no fen are left over, else '¥28,000.50': for lists, where round sums compare faster. */
export const shortFen = (fen: number): string => (fen % 100 === 0 ? formatFen(fen).slice(0, -3) : formatFen(fen))

/** '¥28,000–56,000', or one sum when both ends are the same. */
export const feeRange = (min: number, max: number): string => (min === max ? shortFen(min) : `${shortFen(min)}–${shortFen(max).slice(1)}`)
