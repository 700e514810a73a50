import type { RegisterChangeState } from '#domain/intermediaries/register-change.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'

const tones: Readonly<Record<RegisterChangeState, Tone>> = {
  SUBMITTED: 'brand',
  WAITING: 'warn',
  ACCEPTED: 'ok',
  REFUSED: 'seal',
  WITHDRAWN: 'neutral',
}

/** Where a change stands. */
export function ChangeStateBadge({ of }: { readonly of: { readonly state: RegisterChangeState; readonly isImmediate: boolean } }) {
  const t = useText('upkeep')
  return <Badge tone={tones[of.state]}>{t(of.isImmediate ? 'state.IMMEDIATE' : `state.${of.state}`)}</Badge>
}
