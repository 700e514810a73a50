import type { SelectionState } from '#domain/selection/selection.ts'
import { useText } from '#app/page-context.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { Badge } from '#app/ui/badge.tsx'

const tones: Readonly<Record<SelectionState, Tone>> = {
  DRAFT: 'neutral',
  ANNOUNCED: 'brand',
  SIGN_UP: 'brand',
  CLOSED: 'neutral',
  OPENED: 'neutral',
  DRAWN: 'neutral',
  PUBLICITY: 'warn',
  DISPUTED: 'warn',
  AWARDED: 'ok',
  CONTRACTED: 'ok',
  FAILED: 'neutral',
  RE_ANNOUNCED: 'neutral',
  CANCELLED: 'neutral',
}

/** Where a selection stands. */
export function SelectionStateBadge({ state }: { readonly state: SelectionState }) {
  const t = useText('selection')
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
}
