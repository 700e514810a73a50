import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'

/** Yellow or red, in words and shape as well as in colour. */
export function AlertLevel({ level }: { readonly level: 'YELLOW' | 'RED' }) {
  const t = useText('supervision')
  return <Badge tone={level === 'RED' ? 'seal' : 'warn'}>{t(`level.${level}`)}</Badge>
}
