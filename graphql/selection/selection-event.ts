import type { SelectionEventKind as Kind } from '#domain/selection/selection-event.ts'
import { builder } from '../builder.ts'
import { SelectionEventKind } from './selection-enums.ts'

/** Who acted is no part of it: the timeline says what happened, the audit trail by whom. */
export const SelectionEvent = builder.prismaObject('SelectionEvent', {
  description: 'One thing that happened in a selection.',
  fields: (t) => ({
    key: t.string({ resolve: ({ id }) => String(id) }),
    kind: t.field({ type: SelectionEventKind, resolve: ({ kind }) => kind as Kind }),
    at: t.expose('at', { type: 'DateTime' }),
    facts: t.expose('facts', { type: 'JSON' }),
    isPublic: t.exposeBoolean('isPublic', { description: 'Otherwise owner and supervising body alone see it.' }),
  }),
})
