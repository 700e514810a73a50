import type { SampleRecord } from '#domain/verification/draw-sample.ts'
import type { VerificationWeights } from '#domain/verification/verification-rule-set.ts'
import { useText } from '#app/page-context.tsx'
import { Code } from '#app/ui/code.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Reasons } from '#app/ui/reasons.tsx'

/** Everything that anybody needs to make the draw of a sample again. */
export function SampleFacts({ record, weights }: { readonly record: SampleRecord; readonly weights: VerificationWeights }) {
  const t = useText('verification')
  const { population, populationHash, seed, keyString, drawn, share } = record
  const { redListed: red, byGrade } = weights
  const chosen = new Set(drawn)
  return (
    <>
      <DescriptionList
        items={[
          { term: t('plans.share'), value: share === 1 ? t('plans.everything') : `${share * 100}%` },
          { term: t('plan.population'), value: population.length },
          { term: t('plan.weights'), value: t('plan.weightsText', { red, a: byGrade.A, b: byGrade.B, c: byGrade.C, d: byGrade.D }) },
          { term: t('plan.hash'), value: <Code code={populationHash} label={t('plan.hash')} /> },
          { term: t('plan.seed'), value: <Code code={seed} label={t('plan.seed')} /> },
          { term: t('plan.key'), value: <Code code={keyString} label={t('plan.key')} /> },
        ]}
      />
      <p className="small mute">
        {t('plan.again')} {t('plan.weightsNote')}
      </p>
      <Reasons summary={t('plan.places')}>
        <DataTable
          caption={t('plan.places')}
          isCaptionHidden
          rows={population.map((one, index) => ({ ...one, place: index + 1 }))}
          rowKey={({ commitmentNumber }) => commitmentNumber}
          empty=""
          columns={[
            { key: 'place', title: t('plan.place'), isNumber: true, cell: ({ place }) => place },
            { key: 'number', title: t('tasks.commitment'), cell: ({ commitmentNumber }) => commitmentNumber },
            {
              key: 'grade',
              title: t('plan.grade'),
              cell: ({ grade, isRedListed }) => (isRedListed ? `${grade} · ${t('plan.redListed')}` : grade),
            },
            { key: 'tickets', title: t('plan.tickets'), isNumber: true, cell: ({ tickets }) => tickets },
            { key: 'drawn', title: t('plan.isDrawn'), cell: ({ commitmentNumber }) => (chosen.has(commitmentNumber) ? '✓' : '') },
          ]}
        />
      </Reasons>
    </>
  )
}
