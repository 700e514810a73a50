import { endOfShanghaiDay, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { auditEventsVisibleTo } from '#services/audit/audit-events-visible-to.ts'
import { builder } from '../builder.ts'

const AuditEvent = builder.prismaNode('AuditEvent', {
  id: { field: 'id' },
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    actorId: t.exposeString('actorId', { nullable: true }),
    actorName: t.exposeString('actorName'),
    actorRoles: t.exposeStringList('actorRoles'),
    action: t.exposeString('action'),
    entity: t.exposeString('entity'),
    entityId: t.exposeString('entityId'),
    before: t.field({ type: 'JSON', nullable: true, resolve: (event) => event.before }),
    after: t.field({ type: 'JSON', nullable: true, resolve: (event) => event.after }),
    basis: t.exposeString('basis', { nullable: true }),
    requestId: t.exposeString('requestId'),
  }),
})

const AuditFilter = builder.inputType('AuditFilter', {
  fields: (t) => ({
    actor: t.string({ required: false, description: "The actor's id, or part of the name." }),
    action: t.string({ required: false, description: 'Whole, or its beginning: `engagements.`' }),
    entity: t.string({ required: false }),
    entityId: t.string({ required: false }),
    fromOn: t.field({ type: 'Day', required: false }),
    toOn: t.field({ type: 'Day', required: false, description: 'Last day, included.' }),
  }),
})

builder.queryField('auditEvents', (t) =>
  t.prismaConnection({
    type: AuditEvent,
    cursor: 'id',
    description: 'The audit trail, newest first.',
    args: { filter: t.arg({ type: AuditFilter, required: false }) },
    authScopes: { may: 'audit.view' },
    resolve: (query, _root, { filter }, context) => {
      const { actor, action, entity, entityId, fromOn, toOn } = filter ?? {}
      return context.prisma.auditEvent.findMany({
        ...query,
        where: {
          AND: [
            auditEventsVisibleTo(context.viewer),
            actor ? { OR: [{ actorId: actor }, { actorName: { contains: actor } }] } : {},
            action ? { action: { startsWith: action } } : {},
            entity ? { entity } : {},
            entityId ? { entityId } : {},
            fromOn ? { at: { gte: startOfShanghaiDay(fromOn) } } : {},
            toOn ? { at: { lt: endOfShanghaiDay(toOn) } } : {},
          ],
        },
        orderBy: { id: 'desc' },
      })
    },
  }),
)
