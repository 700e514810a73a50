import {
  catalogueChangeKinds,
  catalogueChangeRoutes,
  catalogueChangeStates,
  catalogueChangeSteps,
} from '#domain/catalogue/catalogue-change.ts'
import { changedFields } from '#domain/catalogue/compare-items.ts'
import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import { nextCatalogueSteps } from '#domain/catalogue/next-catalogue-steps.ts'
import type { NextCatalogueStep } from '#domain/catalogue/next-catalogue-steps.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { readChangeImpact } from '#services/catalogue/change-impact.ts'
import { changeInclude, procedureOf, rulesOfChange } from '#services/catalogue/lock-catalogue-change.ts'
import { newestVersion } from '#services/catalogue/newest-version.ts'
import { visibleChanges } from '#services/catalogue/visible-changes.ts'
import { builder } from '../builder.ts'
import { FieldChangeType, ItemContentType } from './item-content.ts'

export const CatalogueChangeKind = builder.enumType('CatalogueChangeKind', { values: catalogueChangeKinds })
export const CatalogueChangeRoute = builder.enumType('CatalogueChangeRoute', { values: catalogueChangeRoutes })
export const CatalogueChangeState = builder.enumType('CatalogueChangeState', { values: catalogueChangeStates })
export const CatalogueChangeStepKind = builder.enumType('CatalogueChangeStepKind', { values: catalogueChangeSteps })

builder.prismaObject('Attachment', {
  description: '附件 of a step. The content is served as a download only.',
  fields: (t) => ({
    key: t.exposeID('id', { description: 'For the query changeAttachment.' }),
    fileName: t.exposeString('fileName'),
    mediaType: t.exposeString('mediaType', { description: 'Found from the content.' }),
    sizeBytes: t.exposeInt('sizeBytes'),
    sha256: t.exposeString('sha256'),
  }),
})

builder.prismaObject('CatalogueChangeStep', {
  description: 'One step that was taken: who, when, what opinion, on which document.',
  fields: (t) => ({
    key: t.exposeID('id'),
    kind: t.field({ type: CatalogueChangeStepKind, resolve: (step) => step.kind }),
    onDay: t.field({ type: 'Day', description: 'The day of the act, as its document says.', resolve: (step) => fromDbDay(step.onDay) }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    actorName: t.exposeString('actorName'),
    organisationName: t.string({
      select: { organisation: { select: { nameZh: true } } },
      resolve: ({ organisation }) => organisation.nameZh,
    }),
    opinion: t.exposeString('opinion'),
    documentNo: t.exposeString('documentNo', { nullable: true }),
    attachment: t.relation('attachment', { nullable: true }),
  }),
})

const NextStepType = builder.objectRef<NextCatalogueStep & { readonly basis: string | null }>('NextCatalogueStep').implement({
  description: 'A step the procedure allows now.',
  fields: (t) => ({
    step: t.field({ type: CatalogueChangeStepKind, resolve: ({ step }) => step }),
    by: t.string({ description: 'APPLYING_AGENCY, OFFICE or CITY_OFFICE', resolve: ({ by }) => by }),
    isDocumentRequired: t.exposeBoolean('isDocumentRequired'),
    obstacle: t.exposeString('obstacle', { nullable: true, description: 'Null: yours to take now.' }),
    basis: t.exposeString('basis', { nullable: true }),
  }),
})

export const CatalogueChange = builder.prismaNode('CatalogueChange', {
  id: { field: 'id' },
  description: '清单动态调整',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    kind: t.field({ type: CatalogueChangeKind, resolve: (one) => one.kind }),
    route: t.field({ type: CatalogueChangeRoute, resolve: (one) => one.route }),
    state: t.field({ type: CatalogueChangeState, resolve: (one) => one.state }),
    itemCode: t.exposeString('itemCode'),
    content: t.field({ type: ItemContentType, resolve: ({ content }) => itemContentSchema.parse(content) }),
    reasons: t.exposeString('reasons'),
    legalBasis: t.exposeString('legalBasis'),
    cancellingDocument: t.exposeString('cancellingDocument', { nullable: true }),
    baseVersion: t.exposeInt('baseVersion', { nullable: true }),
    effectiveOn: t.field({ type: 'Day', nullable: true, resolve: (one) => fromDbDayOrNull(one.effectiveOn) }),
    editionNumber: t.exposeInt('editionNumber', { nullable: true }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    applyingAgencyName: t.string({
      select: { applyingAgency: { select: { nameZh: true } } },
      resolve: ({ applyingAgency }) => applyingAgency.nameZh,
    }),
    officeName: t.string({
      nullable: true,
      select: { office: { select: { nameZh: true } } },
      resolve: ({ office }) => office?.nameZh ?? null,
    }),
    steps: t.relation('steps', { query: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] } }),
    differences: t.field({
      type: [FieldChangeType],
      description: 'Against the version it was written against.',
      resolve: async ({ itemCode, baseVersion, content }, _args, { prisma }) => {
        if (baseVersion === null) return []
        const base = await prisma.serviceItemVersion.findUnique({
          where: { serviceItemCode_version: { serviceItemCode: itemCode, version: baseVersion } },
        })
        return base ? [...changedFields(itemContentSchema.parse(base.content), itemContentSchema.parse(content))] : []
      },
    }),
    nextSteps: t.field({
      type: [NextStepType],
      select: { steps: changeInclude.steps, applyingAgency: true },
      resolve: async (row, _args, { prisma, viewer }) => {
        const rules = rulesOfChange(row)
        const change = await procedureOf(prisma, row)
        return nextCatalogueSteps(change, viewer, rules).map((next) => {
          const { step } = next
          const rule = step === 'RETURN' || step === 'REJECTION' || step === 'WITHDRAWAL' ? null : rules.routes[row.route][step]
          return { ...next, basis: rule ? citeBasis(rule.basis) : null }
        })
      },
    }),
    impact: t.field({
      type: 'JSON',
      description: 'CountedImpact: whom it touches, as kept at publication, or as it stands now.',
      resolve: async (row, _args, { prisma, clock }) => {
        if (row.impact !== null) return row.impact
        const newest = await newestVersion(prisma, row.itemCode)
        const content = itemContentSchema.parse(row.content)
        const change = { kind: row.kind, itemCode: row.itemCode, before: newest?.content ?? null, after: content }
        return readChangeImpact(prisma, change, rulesOfChange(row), shanghaiDayOf(clock.now()))
      },
    }),
  }),
})

const CatalogueChangeFilter = builder.inputType('CatalogueChangeFilter', {
  fields: (t) => ({
    states: t.field({ type: [CatalogueChangeState], required: false, description: 'Left out: every state.' }),
    text: t.string({ required: false, description: 'Number of the adjustment or code of the item.' }),
  }),
})
type Filter = typeof CatalogueChangeFilter.$inferInput

builder.queryField('catalogueChanges', (t) =>
  t.prismaConnection({
    type: CatalogueChange,
    cursor: 'id',
    description: 'The adjustments you may see, latest first.',
    args: { filter: t.arg({ type: CatalogueChangeFilter, required: false }) },
    authScopes: { may: 'catalogueChange.view' },
    totalCount: (_root, { filter }, { prisma, viewer }) => prisma.catalogueChange.count({ where: changesWhere(filter ?? {}, viewer) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.catalogueChange.findMany({
        ...query,
        where: changesWhere(filter ?? {}, viewer),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

function changesWhere({ states, text }: Filter, viewer: Parameters<typeof visibleChanges>[0]): Prisma.CatalogueChangeWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim().toUpperCase()
  const byText = { OR: [{ number: wanted }, { itemCode: { contains: wanted } }] }
  return { AND: [visibleChanges(viewer), states ? { state: { in: [...states] } } : {}, wanted === '' ? {} : byText] }
}

builder.queryField('catalogueChange', (t) =>
  t.prismaField({
    type: CatalogueChange,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'catalogueChange.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.catalogueChange.findFirst({ ...query, where: { AND: [{ number }, visibleChanges(viewer)] } }),
  }),
)
