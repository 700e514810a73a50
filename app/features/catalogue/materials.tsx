import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { GuideView } from './load-guides.server.ts'

/** Materials as the counter asks for them, each with who can make it. */
export function Materials({ materials }: { readonly materials: GuideView['materials'] }) {
  const t = useText('catalogue')
  return (
    <ol className="plain-list numbered-list">
      {materials.map(({ seq, name, note, isIdentityMatter, evidence, service }) => (
        <li key={seq}>
          {name} {isIdentityMatter && <Badge>{t('guide.identity')}</Badge>}{' '}
          {service && <Badge tone={service.status === 'CANCELLED' ? 'warn' : 'brand'}>{t('guide.deliverable')}</Badge>}{' '}
          {evidence === 'D' && <Badge>{t('guide.ownDefaultMark')}</Badge>}
          {note !== '' && <div className="small mute">{note}</div>}
          {service && <ServiceOfMaterial service={service} />}
        </li>
      ))}
    </ol>
  )
}

function ServiceOfMaterial({ service }: { readonly service: NonNullable<GuideView['materials'][number]['service']> }) {
  const t = useText('catalogue')
  const link = { code: service.code, name: service.name }
  if (service.status === 'CANCELLED') {
    return (
      <div className="small">
        <Link to={`/catalogue/${link.code}`}>{t('guide.serviceCancelled', { item: link.name })}</Link>
      </div>
    )
  }
  return (
    <div className="small">
      <Link to={`/catalogue/${link.code}`}>{t('guide.service', { item: link.name })}</Link>
      {' · '}
      {t(({ YES: 'guide.self', NO: 'guide.selfNo', UNKNOWN: 'guide.selfUnknown' } as const)[service.selfPreparation])} ·{' '}
      <Link to={`/intermediaries?item=${link.code}`} aria-label={`${t('guide.serviceFind')}: ${link.name}`}>
        {t('guide.serviceFind')}
      </Link>
    </div>
  )
}
