import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'

export function Logo() {
  const t = useText('shell')
  return (
    <Link to="/" className="logo">
      <span className="logo-seal" aria-hidden="true" lang="zh-CN">
        信
      </span>
      {t('name')}
    </Link>
  )
}
