import type { FeeDescription } from '#domain/catalogue/describe-fee.ts'
import { useText } from '#app/page-context.tsx'
import { feeWords } from './fee-words.ts'

/** A fee schedule in words, a line for each of its parts. */
export function FeeWords({ schedule }: { readonly schedule: FeeDescription }) {
  const t = useText('fees')
  const lines = feeWords(schedule, t)
  if (lines.length === 1) return <>{lines[0]}</>
  return (
    <ul className="plain-list fee-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
