import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { SuggestingInput } from '#app/features/intermediaries/suggesting-input.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { SearchBox } from '#app/ui/search-box.tsx'

export const meta = titleMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await serverText(request, 'home')
  return { title: t('title') }
}

const ways = [
  {
    key: 'find',
    links: [
      ['find.search', '/intermediaries'],
      ['find.catalogue', '/catalogue'],
      ['find.ranking', '/about-ranking'],
    ],
  },
  {
    key: 'credit',
    links: [
      ['credit.redList', '/red-list'],
      ['credit.blacklist', '/blacklist'],
      ['credit.dishonesty', '/dishonesty-list'],
      ['credit.verify', '/verify'],
    ],
  },
  {
    key: 'handle',
    links: [
      ['handle.guides', '/guides'],
      ['handle.promises', '/promises'],
      ['handle.owner', '/owner'],
    ],
  },
] as const

export default function Home() {
  const t = useText('home')
  const bold = { b: (text: string) => <b key="b">{text}</b> }
  return (
    <>
      <div className="home-top">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <SearchBox
          action="/intermediaries"
          label={t('search.label')}
          placeholder={t('search.label')}
          button={t('search.button')}
          hint={t('search.hint')}
          Input={SuggestingInput}
        />
      </div>
      <h2 className="sr-only">{t('ways')}</h2>
      <div className="home-ways">
        {ways.map(({ key, links }) => (
          <section key={key} className="sheet" aria-labelledby={`way-${key}`}>
            <h3 id={`way-${key}`}>{t(`${key}.title`)}</h3>
            <p>{t(`${key}.text`)}</p>
            <ul>
              {links.map(([text, to]) => (
                <li key={to}>
                  <Link to={to}>{t(text)}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section className="home-rules" aria-labelledby="rules">
        <h2 id="rules">{t('rules.title')}</h2>
        <ol>
          {(['choice', 'list', 'reasons'] as const).map((rule) => (
            <li key={rule}>{t.rich(`rules.${rule}`, bold)}</li>
          ))}
        </ol>
      </section>
    </>
  )
}
