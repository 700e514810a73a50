import { formatFen } from '#domain/kernel/money.ts'
import type { Criterion } from '#domain/selection/criteria.ts'
import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { useReasonText } from './reason-text.ts'

type Names = ReadonlyMap<string, string>
type Ranked = SelectionResult['ranking'][number]

/** The order that the rule gave, with what it rests on, and who can't win and why. `names` are those of the frozen pool, by sign-up. */
export function Ranking({
  result,
  names,
  criteria = [],
}: {
  readonly result: SelectionResult
  readonly names: Names
  readonly criteria?: readonly Criterion[]
}) {
  const t = useText('selection')
  const { ranking, percent, referenceFen, shortlist = [] } = result
  const figures = [...new Set(ranking.flatMap((ranked) => Object.keys(ranked.figures)))]
  const nameOf = (signUpId: string) => names.get(signUpId) ?? signUpId
  return (
    <>
      <DescriptionList
        items={[
          ...(percent === undefined ? [] : [{ term: t('result.percent'), value: `${percent} %` }]),
          ...(referenceFen === undefined ? [] : [{ term: t('result.reference'), value: formatFen(referenceFen) }]),
          ...(shortlist.length === 0 ? [] : [{ term: t('result.shortlist'), value: shortlist.map(nameOf).join('、') }]),
        ]}
      />
      <DataTable<Ranked>
        caption={t('result.ranking')}
        rows={ranking}
        rowKey={({ signUpId }) => signUpId}
        empty={t('result.noRanking')}
        columns={[
          { key: 'name', title: t('result.name'), cell: ({ place, signUpId }) => `${place}. ${nameOf(signUpId)}` },
          ...figures.map((figure) => ({
            key: figure,
            title: figureTitle(figure, t, criteria),
            isNumber: true,
            cell: (ranked: Ranked) => figureText(figure, ranked.figures[figure] ?? null),
          })),
        ]}
      />
      {result.excluded.length > 0 && <Excluded excluded={result.excluded} nameOf={nameOf} />}
    </>
  )
}

function Excluded({ excluded, nameOf }: { readonly excluded: SelectionResult['excluded']; readonly nameOf: (signUpId: string) => string }) {
  const t = useText('selection')
  const reason = useReasonText()
  return (
    <DataTable
      caption={t('result.excluded')}
      rows={excluded}
      rowKey={({ signUpId }) => signUpId}
      empty=""
      columns={[
        { key: 'name', title: t('result.name'), cell: ({ signUpId }) => nameOf(signUpId) },
        { key: 'reason', title: t('result.reason'), cell: ({ refusal }) => reason(refusal) },
      ]}
    />
  )
}

/** Figures named …Fen are money. */
const figureText = (name: string, value: number | string | null): string =>
  value === null ? '—' : name.endsWith('Fen') && typeof value === 'number' ? formatFen(value) : String(value)

/** What a figure is called; points carry the name of their criterion. */
export function figureTitle(figure: string, t: Translator<Texts['selection']>, criteria: readonly Criterion[] = []): string {
  const criterion = figure.startsWith('points.') ? criteria.find(({ key }) => `points.${key}` === figure) : undefined
  return criterion?.title ?? t.optional(`result.figures.${figure}`) ?? figure
}
