import { useLocation } from '@remix-run/react'
import { usePage, useText } from '#app/page-context.tsx'
import type { Theme } from '#app/preferences.ts'

const nextTheme: Record<Theme, Theme> = { auto: 'dark', dark: 'light', light: 'auto' }

/**
 * Elder mode, theme and language, one click each. A plain form, not Remix's: the answer is a whole new document,
 * so nothing of the old language or look can stay behind.
 */
export function PreferencesForm() {
  const t = useText('shell')
  const { language, isElder, theme } = usePage()
  const { pathname, search } = useLocation()
  const otherLanguage = language === 'zh-CN' ? 'en' : 'zh-CN'
  return (
    <form method="post" action="/resources/preferences">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button className="tool-button" name="isElder" value={String(!isElder)} aria-pressed={isElder} title={t('tools.elderTitle')}>
        {t('tools.elder')}
      </button>
      <button
        className="tool-button"
        name="theme"
        value={nextTheme[theme]}
        title={t('tools.themeTitle', { now: t(`tools.theme.${theme}`) })}
      >
        {t(`tools.theme.${nextTheme[theme]}`)}
      </button>
      <button className="tool-button" name="language" value={otherLanguage} lang={otherLanguage}>
        {otherLanguage === 'en' ? 'English' : '中文'}
      </button>
    </form>
  )
}
