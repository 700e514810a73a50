import { builder } from '../builder.ts'
import { ViolationCase } from '../listings/violation-case.ts'
import { Appeal } from './appeal.ts'

// What became of a decision, on the case it ended. Whoever may see the case may see its appeals: the party and the officials.
builder.prismaObjectField(ViolationCase, 'appeals', (t) => t.relation('appeals', { type: Appeal, query: { orderBy: { filedAt: 'asc' } } }))
