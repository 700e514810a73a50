import { importKinds, importStates } from '#domain/bulk/import-run.ts'
import { visibleImports } from '#services/bulk/visible-imports.ts'
import { builder } from '../builder.ts'

export const ImportKindType = builder.enumType('ImportKind', { values: importKinds })
const ImportStateType = builder.enumType('ImportState', { values: importStates })

export const ImportRun = builder.prismaObject('ImportRun', {
  description: '批量导入: upload → dry run → import, all or nothing',
  // The file itself is never read for a page.
  select: { id: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    kind: t.expose('kind', { type: ImportKindType }),
    state: t.expose('state', { type: ImportStateType }),
    fileName: t.exposeString('fileName'),
    sizeBytes: t.exposeInt('sizeBytes'),
    sha256: t.exposeString('sha256'),
    options: t.field({ type: 'JSON', select: { options: true }, resolve: ({ options }) => options }),
    rowsTotal: t.exposeInt('rowsTotal', { nullable: true, description: 'Known once the file was read to its end.' }),
    rowsDone: t.exposeInt('rowsDone', { description: 'How much of the work is done, in rows.' }),
    summary: t.field({
      type: 'JSON',
      nullable: true,
      description: 'ImportSummary: what is added, changed and unchanged; null while unknown, or with faults.',
      select: { summary: true },
      resolve: ({ summary }) => summary,
    }),
    faultCount: t.exposeInt('faultCount'),
    faults: t.field({
      type: 'JSON',
      description: 'RowFault[], the first thousand in the order of the file.',
      select: { faults: true },
      resolve: ({ faults }) => faults,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    createdBy: t.string({
      nullable: true,
      select: { createdById: true },
      resolve: async ({ createdById }, _args, { prisma }) =>
        (await prisma.user.findUnique({ where: { id: createdById }, select: { name: true } }))?.name ?? null,
    }),
    appliedAt: t.expose('appliedAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version'),
  }),
})

builder.queryField('importRun', (t) =>
  t.prismaField({
    type: ImportRun,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'import.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.importRun.findFirst({ ...query, where: { AND: [{ number }, visibleImports(viewer)] } }),
  }),
)

builder.queryField('importRuns', (t) =>
  t.prismaConnection({
    type: ImportRun,
    cursor: 'id',
    description: 'Imports, the newest first.',
    authScopes: { may: 'import.view' },
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.importRun.findMany({ ...query, where: visibleImports(viewer), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
)
