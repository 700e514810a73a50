import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { KeyRow } from './key-documents.server.ts'

/** Where a key stands; red while it is wanted. */
export function KeyState({ of: { state, isDue, sealing } }: { readonly of: KeyRow }) {
  const t = useText('sealing')
  if (isDue) return <Badge tone="seal">{t('keys.wanted')}</Badge>
  if (!sealing) return <Badge tone="neutral">{t(`keys.states.${state}`)}</Badge>
  const tone = sealing.state === 'OPENED' ? 'ok' : sealing.state === 'ABANDONED' ? 'warn' : 'brand'
  return <Badge tone={tone}>{t(`keys.sealStates.${sealing.state}`)}</Badge>
}
