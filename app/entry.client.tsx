import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { isLanguage, languages } from './i18n/language.ts'
import type { Namespace } from './i18n/texts.ts'
import type { TextTree } from './i18n/translate.ts'
import type { PageContext } from './page-context.tsx'
import { PageContextProvider, translatorCache } from './page-context.tsx'
import type { Theme } from './preferences.ts'

const files = import.meta.glob<TextTree>(['./i18n/zh-CN/*.ts', './i18n/en/*.ts'], { import: 'texts' })
const html = document.documentElement
const language = isLanguage(html.lang) ? html.lang : languages[0]
// The server put the texts of this page into the document; a later page's texts load when it is first shown.
const texts = JSON.parse(document.getElementById('texts')?.textContent ?? '{}') as Partial<Record<Namespace, TextTree>>
const loading = new Map<Namespace, Promise<void>>()

function textsOf(namespace: Namespace): TextTree {
  const loaded = texts[namespace]
  if (loaded) return loaded
  const load = files[`./i18n/${language}/${namespace}.ts`]
  if (!load) throw new Error(`No texts: app/i18n/${language}/${namespace}.ts`)
  const promise = loading.get(namespace) ?? load().then((tree) => void (texts[namespace] = tree))
  loading.set(namespace, promise)
  throw promise
}

// An error page shown without a new document must quote the request that failed, not the one that made the document.
const { fetch } = window
window.fetch = async (...request) => {
  const response = await fetch(...request)
  const requestId = response.headers.get('X-Request-Id')
  if (response.status >= 400 && requestId) html.dataset['request'] = requestId
  return response
}

const page: PageContext = {
  language,
  isElder: html.dataset['elder'] === 'true',
  theme: (html.dataset['theme'] ?? 'auto') as Theme,
  nonce: '',
  get requestId() {
    return html.dataset['request'] ?? ''
  },
  translator: translatorCache(language, textsOf),
  usedTexts: () => '',
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageContextProvider value={page}>
        <RemixBrowser />
      </PageContextProvider>
    </StrictMode>,
  )
})
