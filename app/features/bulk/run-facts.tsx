import { editionOptions } from '#domain/bulk/import-options.ts'
import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { ImportRunData } from './run-state.tsx'

/** The file, who handed it in, and what publishes it. */
export function RunFacts({ run }: { readonly run: ImportRunData }) {
  const t = useText('bulk')
  const edition = editionOptions.safeParse(run.options)
  return (
    <DescriptionList
      items={[
        { term: t('run.file'), value: `${run.fileName} (${t('run.size', { kb: Math.ceil(run.sizeBytes / 1024) })})` },
        {
          term: t('run.uploaded'),
          value: (
            <>
              <Instant at={run.createdAt} /> {run.createdBy}
            </>
          ),
        },
        ...(edition.success
          ? [{ term: t('run.edition'), value: t('run.editionValue', { ...edition.data, title: edition.data.titleZh }) }]
          : []),
        ...(run.rowsTotal === null ? [] : [{ term: t('run.rows'), value: run.rowsTotal }]),
        ...(run.appliedAt === null ? [] : [{ term: t('run.appliedAt'), value: <Instant at={run.appliedAt} /> }]),
        { term: t('run.sha256'), value: <span className="num small break-all">{run.sha256}</span> },
      ]}
    />
  )
}
