/** Letters and digits that nobody mixes up when reading them aloud or from paper: no I, L, O, U. Crockford's base 32. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters of a receipt's secret, 5 bits each: 80 bits can't be guessed within the tries anybody gets. */
export const secretLength = 16

/**
 * The secret part of a complaint's receipt as printed, in groups of four: `7K2M-…`.
 * @param bytes at least 10, unguessable
 */
export function writeReceiptSecret(bytes: Uint8Array): string {
  let text = ''
  for (let bit = 0; text.length < secretLength; bit += 5) {
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    text += alphabet[(pair >> (11 - (bit & 7))) & 31] ?? ''
  }
  return (text.match(/.{4}/g) ?? []).join('-')
}

/** The secret as compared: typed in small letters, with blanks or without hyphens, or with O for 0 and I or L for 1, it is the same. */
export const foldReceiptSecret = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
