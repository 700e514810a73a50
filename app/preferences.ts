import type { Language } from './i18n/language.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How one person wants to read: kept in a cookie, not in the URL. */
export interface Preferences {
  readonly language: Language
  /** 适老化: larger type, more contrast, larger targets. */
  readonly isElder: boolean
  readonly theme: Theme
}
