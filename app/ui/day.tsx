import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { usePage } from '#app/page-context.tsx'

/** A calendar day with its weekday: 2026-11-21（周六）. */
export function Day({ on }: { readonly on: string }) {
  return <time dateTime={on}>{formatDay(on, usePage().language)}</time>
}

/** An instant in Asia/Shanghai: 2026-11-21 09:14:06. */
export function Instant({ at }: { readonly at: Date | string }) {
  return <time dateTime={new Date(at).toISOString()}>{formatInstant(at)}</time>
}
