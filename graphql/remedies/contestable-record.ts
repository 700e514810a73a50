import { correctableFields, fieldOf, otherRemedyFor } from '#domain/remedies/correctable-data.ts'
import type { DataTarget as Target } from '#domain/remedies/correctable-data.ts'
import type { ContestedRow } from '#services/remedies/contested-record.ts'
import { contestedRecord } from '#services/remedies/contested-record.ts'
import { ownRecords } from '#services/remedies/own-records.ts'
import type { OwnRecord } from '#services/remedies/own-records.ts'
import { builder } from '../builder.ts'
import { isUuid } from '../kernel/is-uuid.ts'
import { DataTarget } from './data-objection.ts'

interface ContestableField {
  readonly name: string
  readonly value: string
  /** Another remedy that this wish belongs to. */
  readonly otherRemedy: string | null
}

const ContestableFieldType = builder.objectRef<ContestableField>('ContestableField').implement({
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Empty: the whole record.' }),
    value: t.exposeString('value'),
    otherRemedy: t.exposeString('otherRemedy', { nullable: true, description: 'Null: an objection to data is the way.' }),
  }),
})

const ContestableRecordType = builder.objectRef<ContestedRow>('ContestableRecord').implement({
  description: 'A record about you, with what it says and what can be objected to.',
  fields: (t) => ({
    target: t.field({ type: DataTarget, resolve: ({ target }) => target }),
    targetId: t.string({ resolve: ({ targetId }) => targetId }),
    title: t.string({ resolve: ({ title }) => title }),
    fields: t.field({ type: [ContestableFieldType], resolve: contestableFields }),
  }),
})

/** Every field of the record, and the record as a whole under the empty name. */
function contestableFields(row: ContestedRow): ContestableField[] {
  const names: readonly string[] = ['', ...correctableFields[row.target]]
  return names.map((name) => {
    const field = name === '' ? null : fieldOf(row.target, name)
    return { name, value: field === null ? row.title : (row.values[field] ?? ''), otherRemedy: otherRemedyFor(row, field) }
  })
}

const OwnRecordType = builder.objectRef<OwnRecord>('OwnRecord').implement({
  description: 'A record about you that can be objected to.',
  fields: (t) => ({
    target: t.field({ type: DataTarget, resolve: ({ target }) => target }),
    targetId: t.exposeString('targetId'),
    title: t.exposeString('title'),
  }),
})

builder.queryField('ownRecords', (t) =>
  t.field({
    type: [OwnRecordType],
    description:
      'What stands about you in the register, in reviews and in assessments. Credit events and list entries have lists of their own.',
    authScopes: { may: 'dataObjection.file' },
    resolve: async (_root, _args, { prisma, viewer }) =>
      viewer.subjectId === null ? [] : [...(await ownRecords(prisma, viewer.subjectId))],
  }),
)

builder.queryField('contestableRecord', (t) =>
  t.field({
    type: ContestableRecordType,
    nullable: true,
    description: 'A record about yourself; null for what is not there, or about somebody else.',
    args: { target: t.arg({ type: DataTarget }), targetId: t.arg.string() },
    authScopes: { may: 'dataObjection.file' },
    resolve: async (_root, { target, targetId }: { target: Target; targetId: string }, { prisma, viewer }) => {
      const row = isUuid(targetId) ? await contestedRecord(prisma, target, targetId) : null
      return row && row.subjectId === viewer.subjectId ? row : null
    },
  }),
)
