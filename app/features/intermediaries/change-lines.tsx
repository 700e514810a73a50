import { usePage, useText } from '#app/page-context.tsx'
import { CompareTable } from '#app/ui/compare-table.tsx'
import type { EntryChoices } from './entry-fields.tsx'
import type { ChangeView } from './upkeep-documents.server.ts'

type Line = ChangeView['lines'][number]

/** Old and new side by side, one table for each thing that the change touches. */
export function ChangeLines({ lines, choices }: { readonly lines: readonly Line[]; readonly choices: EntryChoices }) {
  const t = useText('upkeep')
  const valueOf = useFieldValue(choices)
  return lines.map((line, index) => {
    const title = line.title === '' ? t(`op.${line.op}`) : `${t(`op.${line.op}`)}：${line.title}`
    if (line.fields.length === 0) return <p key={index}>{title}</p>
    return (
      <section key={index} className="mb-6">
        <h3>{title}</h3>
        <CompareTable
          caption={title}
          things={[
            { key: 'before', title: t('compare.before') },
            { key: 'after', title: t('compare.after') },
          ]}
          differs={t('compare.differs')}
          rows={line.fields.map(({ field, before, after }) => ({
            label: t.optional(`field.${field}`) ?? field,
            cells: [valueOf(field, before), valueOf(field, after)],
            isDifferent: before !== after,
          }))}
        />
      </section>
    )
  })
}

/** Codes as names, in the page's language; a code that nobody knows any more stays a code. */
function useFieldValue(choices: EntryChoices) {
  const { language } = usePage()
  const t = useText('upkeep')
  const entry = useText('entry')
  const named = ({ nameZh, nameEn }: { nameZh: string; nameEn: string | null }) => (language === 'en' ? (nameEn ?? nameZh) : nameZh)
  const nameOf = (list: readonly { nameZh: string; nameEn: string | null }[], index: number, code: string) => {
    const found = list[index]
    return found ? named(found) : code
  }
  return (field: string, value: string | null): string | undefined => {
    if (value === null) return undefined
    if (field === 'divisionCode')
      return nameOf(
        choices.divisions,
        choices.divisions.findIndex((one) => one.code === value),
        value,
      )
    if (field === 'agencyId') {
      return nameOf(
        choices.approvingAgencies,
        choices.approvingAgencies.findIndex((one) => one.organisationId === value),
        value,
      )
    }
    if (field === 'kind') return entry.optional(`tie.kinds.${value}`) ?? value
    if (field === 'sharePercent') return `${value}%`
    if (field !== 'serviceItemCodes') return value
    const names = value.split('、').map((code) =>
      nameOf(
        choices.serviceItems,
        choices.serviceItems.findIndex((item) => item.code === code),
        code,
      ),
    )
    return names.join(t('compare.separator'))
  }
}
