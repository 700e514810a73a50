import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'

export function SiteFooter() {
  const t = useText('shell')
  return (
    <footer className="site-footer">
      <div className="wrap">
        <nav aria-label={t('footer.label')}>
          <Link to="/about-ranking">{t('footer.ranking')}</Link>
          <Link to="/publicity">{t('footer.publicity')}</Link>
          <Link to="/preselection">{t('footer.preselection')}</Link>
          <Link to="/complaints">{t('footer.complaints')}</Link>
          <Link to="/open-data">{t('footer.openData')}</Link>
          <a href="/graphql">{t('footer.api')}</a>
        </nav>
        <p>{t('footer.about')}</p>
      </div>
    </footer>
  )
}
