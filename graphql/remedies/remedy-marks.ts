import type { DataTarget } from '#domain/remedies/correctable-data.ts'
import { openDataObjections } from '#services/remedies/open-data-objections.ts'
import { builder } from '../builder.ts'
import { ServiceReview } from '../engagements/service-review.ts'
import { Intermediary } from '../intermediaries/intermediary.ts'
import { batched } from '../kernel/batched.ts'
import { CreditEvent } from '../credit/credit-event.ts'
import { ListEntry } from '../listings/list-entry.ts'

/** The fields of a record that are under objection now; an empty name stands for the whole record. For all records of a request at once. */
export const fieldsUnderObjection = (target: DataTarget) =>
  batched<string, readonly string[]>(({ prisma }, ids) => openDataObjections(prisma, target, ids))

const description = 'The fields under objection by whom they are about, until it is answered; an empty name: the whole record.'
const ofEvent = fieldsUnderObjection('CREDIT_EVENT')
const ofEntry = fieldsUnderObjection('LIST_ENTRY')
const ofReview = fieldsUnderObjection('REVIEW')
const ofRegister = fieldsUnderObjection('REGISTER_FIELD')
const ofSubject = fieldsUnderObjection('SUBJECT_FIELD')

builder.prismaObjectField(CreditEvent, 'fieldsUnderObjection', (t) =>
  t.stringList({ description, resolve: async ({ id }, _args, context) => [...((await ofEvent(context, id)) ?? [])] }),
)

builder.prismaObjectField(ListEntry, 'fieldsUnderObjection', (t) =>
  t.stringList({ description, resolve: async ({ id }, _args, context) => [...((await ofEntry(context, id)) ?? [])] }),
)

builder.prismaObjectField(ServiceReview, 'fieldsUnderObjection', (t) =>
  t.stringList({ description, resolve: async ({ id }, _args, context) => [...((await ofReview(context, id)) ?? [])] }),
)

builder.prismaObjectField(Intermediary, 'fieldsUnderObjection', (t) =>
  t.stringList({
    description,
    resolve: async ({ id, subjectId }, _args, context) => [
      ...((await ofRegister(context, id)) ?? []),
      ...((await ofSubject(context, subjectId)) ?? []),
    ],
  }),
)

builder.prismaObjectField(ListEntry, 'repairCommitment', (t) =>
  t.string({
    nullable: true,
    description: '信用承诺 of the party’s open or granted repair: published with the entry.',
    select: {
      repairs: { where: { state: { in: ['FILED', 'GRANTED'] } }, orderBy: { filedAt: 'desc' }, take: 1, select: { commitment: true } },
    },
    resolve: ({ repairs }) => repairs[0]?.commitment ?? null,
  }),
)

builder.prismaObjectField(ListEntry, 'isOwn', (t) =>
  t.boolean({
    description: 'Whether it is about the viewer, who can appeal, repair and object.',
    resolve: ({ subjectId }, _args, { viewer }) => subjectId === viewer.subjectId,
  }),
)
