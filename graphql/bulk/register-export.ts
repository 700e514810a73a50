import { exportPage } from '#services/bulk/exports/export-page.ts'
import type { ExportPage } from '#services/bulk/exports/export-page.ts'
import { registerKinds } from '#domain/bulk/import-run.ts'
import { builder } from '../builder.ts'

const SheetLanguageType = builder.enumType('SheetLanguage', { values: ['zh', 'en'] as const })

const RegisterKindType = builder.enumType('RegisterKind', { values: registerKinds })

const ExportPageType = builder.objectRef<ExportPage>('RegisterExportPage').implement({
  description: 'Some hundred rows of a table, as an import would read them.',
  fields: (t) => ({
    columns: t.stringList({ resolve: ({ columns }) => [...columns] }),
    rows: t.field({ type: 'JSON', description: 'Cells in the order of columns: String[][]', resolve: ({ rows }) => rows }),
    next: t.exposeString('next', { nullable: true, description: 'Pass it as `after`; null: this was the last page.' }),
  }),
})

builder.queryField('registerExport', (t) =>
  t.field({
    type: ExportPageType,
    description: 'Open data: catalogue, register, offerings and calendar, page by page. Names and numbers of persons only for officials.',
    args: {
      kind: t.arg({ type: RegisterKindType }),
      after: t.arg.string({ required: false }),
      language: t.arg({ type: SheetLanguageType, defaultValue: 'zh' }),
    },
    // Each page costs the database about a hundred rows of an ordinary list.
    complexity: { field: 200 },
    authScopes: { public: true },
    resolve: (_root, { kind, after, language }, context) => exportPage(context, { kind, after: after ?? null, language: language ?? 'zh' }),
  }),
)
