/** Yuan as people type them ('12,000.5', full width) in fen: null where nothing was typed, NaN where it is no amount. */
export function readYuan(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim().replace(/^¥/, '').replaceAll(',', '')
  if (plain === '') return null
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return Number.NaN
  const [yuan = '0', cents = ''] = plain.split('.')
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** Fen as the same field shows them again. */
export const yuanText = (fen: number | null): string =>
  fen === null ? '' : `${Math.floor(fen / 100)}${fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`}`
