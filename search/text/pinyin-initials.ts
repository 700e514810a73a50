import { pinyin } from 'pinyin-pro'

/** Places that firms put before their name and people leave out when they type initials. */
const placePrefix = /^(中国)?(河南省?|郑州市?)*/

/** Initials of a folded text: '中豫环境' → 'zyhj'. Latin letters and digits stay. */
export function initialsOf(folded: string): string {
  return pinyin(folded, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
}

/** Initials of a firm's name as indexed: the whole name, then the name without its place; each word begins after a space. */
export function nameInitials(foldedName: string): string {
  const withoutPlace = foldedName.replace(placePrefix, '')
  const whole = ` ${initialsOf(foldedName)}`
  return withoutPlace === foldedName || withoutPlace === '' ? whole : `${whole} ${initialsOf(withoutPlace)}`
}
