import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Language } from './language.ts'

/** '2026-11-21（周六）', in English '2026-11-21 (Sat)'. The year stays readable to both. */
export function formatDay(day: CalendarDay, language: Language): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  return language === 'zh-CN' ? `${day}（${weekday}）` : `${day} (${weekday})`
}

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** '2026-11-21 09:14:06' in Asia/Shanghai, the same in both languages. */
export function formatInstant(instant: Date | string): string {
  return shanghai.format(new Date(instant))
}

/** Groups of four, as codes are read aloud. */
export const groupCode = (code: string): readonly string[] => code.match(/.{1,4}/g) ?? []
