import { pinyin } from 'pinyin-pro'
import { withoutPlace } from './name-core.ts'

/** Initials of a folded text: '中豫环境' → 'zyhj'. Latin letters and digits stay. */
export function initialsOf(folded: string): string {
  return pinyin(folded, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
}

/** Initials of a firm's name as indexed: the whole name, then the name without its place; each word begins after a space. */
export function nameInitials(foldedName: string): string {
  const short = withoutPlace(foldedName)
  const whole = ` ${initialsOf(foldedName)}`
  return short === foldedName ? whole : `${whole} ${initialsOf(short)}`
}
