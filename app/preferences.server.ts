import { createCookie } from '@remix-run/node'
import { isLanguage, languageOfHeader } from './i18n/language.ts'
import type { Preferences, Theme } from './preferences.ts'
import { themes } from './preferences.ts'

const YEAR_SECONDS = 365 * 24 * 3600
const cookie = createCookie('preferences', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR_SECONDS })

/** Narrows a form or cookie value. */
export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value)

/** What the reader chose, else what the browser asks for. Never fails: a spoilt cookie counts as none. */
export async function preferencesOf(request: Request): Promise<Preferences> {
  const stored: unknown = await cookie.parse(request.headers.get('Cookie'))
  const chosen = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  return {
    language: isLanguage(chosen['language']) ? chosen['language'] : languageOfHeader(request.headers.get('Accept-Language')),
    isElder: chosen['isElder'] === true,
    theme: isTheme(chosen['theme']) ? chosen['theme'] : 'auto',
  }
}

/** The Set-Cookie header that keeps the preferences for a year. */
export function setPreferences(request: Request, preferences: Preferences): Promise<string> {
  return cookie.serialize(preferences, { secure: new URL(request.url).protocol === 'https:' })
}
