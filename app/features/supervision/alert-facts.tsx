import { usePage, useText } from '#app/page-context.tsx'
import { formatFen } from '#domain/kernel/money.ts'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'

/** The facts of an alert, whatever its kind: known ones under their name, money as money, the rest as they are. */
export function AlertFacts({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  const t = useText('supervision')
  const { language } = usePage()
  const otherName = language === 'en' ? 'itemNameZh' : 'itemNameEn'
  const shown = Object.entries(facts).filter(([key, value]) => key !== otherName && value !== null && value !== '')
  return (
    <DescriptionList
      items={shown.map(([key, value]) => ({ term: t.optional(`fact.${key}`) ?? key, value: <FactValue name={key} value={value} /> }))}
    />
  )
}

function FactValue({ name, value }: { readonly name: string; readonly value: unknown }) {
  const t = useText('supervision')
  if (name.endsWith('Fen') && typeof value === 'number') return <>{formatFen(value)}</>
  if (Array.isArray(value)) return <>{value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join('、')}</>
  if (value !== null && typeof value === 'object') return <>{JSON.stringify(value)}</>
  const text = String(value as string | number | boolean)
  if (name === 'because' || name === 'feeBasis') return <>{t.optional(`feeWord.${text}`) ?? text}</>
  if (name === 'actor') return <>{t.optional(`promiseActor.${text}`) ?? text}</>
  if (name === 'sign') return <>{t.optional(`unusual.${text}`) ?? text}</>
  if (name === 'signal') return <>{t.optional(`signal.${text}`) ?? text}</>
  if (name.endsWith('At') && text !== '') return <Instant at={text} />
  return <>{name === 'finding' ? (t.optional(`finding.${text}`) ?? text) : text}</>
}
