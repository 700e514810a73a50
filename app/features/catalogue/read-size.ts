/** A size as people type it ('1,250.5', full width, '1250.5 平方米' not): null where nothing was typed, NaN where it is no number. */
export function readSize(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim().replaceAll(',', '')
  if (plain === '') return null
  return /^\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : Number.NaN
}
