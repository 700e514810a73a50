import type { AuditEvent } from '#prisma/generated/client.ts'
import { seesAllEntries } from '#services/intermediaries/visible-entries.ts'
import type { GraphqlContext } from '../context.ts'
import { builder } from '../builder.ts'

/** What of an application's audit trail is told as its course; drafts that were saved are not. */
const told = [
  'entry.start',
  'entry.submit',
  'entry.check',
  'entry.object',
  'entry.decideObjection',
  'entry.recheck',
  'entry.list',
  'entry.withdraw',
] as const

interface TrailLine {
  readonly at: Date
  readonly action: string
  readonly actorName: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

export const EntryTrailLine = builder.objectRef<TrailLine>('EntryTrailLine').implement({
  description: 'One step in the course of an application.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    action: t.exposeString('action'),
    actorName: t.exposeString('actorName', { nullable: true, description: 'For the office only.' }),
    facts: t.field({ type: 'JSON', resolve: ({ facts }) => facts }),
  }),
})

/** Facts of a step that its applicant may read. */
const facts = ['state', 'reasons', 'checkDueOn', 'publicityFromOn', 'publicityUntilOn', 'objection', 'answerDueOn', 'outcome', 'findings']

/** The course of an application, from its audit trail: the one place where nothing is ever overwritten. */
export async function trailOf({ prisma, viewer }: Pick<GraphqlContext, 'prisma' | 'viewer'>, id: string): Promise<TrailLine[]> {
  const events = await prisma.auditEvent.findMany({
    where: { entity: 'EntryApplication', entityId: id, action: { in: [...told] } },
    orderBy: { id: 'asc' },
  })
  const isOffice = seesAllEntries(viewer)
  return events.map((event) => ({
    at: event.at,
    action: event.action,
    // Who objected is nobody's business on this trail.
    actorName: isOffice && event.action !== 'entry.object' ? event.actorName : null,
    facts: Object.fromEntries(facts.flatMap((name) => (name in afterOf(event) ? [[name, afterOf(event)[name]]] : []))),
  }))
}

function afterOf({ after }: Pick<AuditEvent, 'after'>): Record<string, unknown> {
  return typeof after === 'object' && after !== null && !Array.isArray(after) ? after : {}
}
