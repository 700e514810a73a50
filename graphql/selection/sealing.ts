import { visibleSelections } from '#services/selection/visible-selections.ts'
import { builder } from '../builder.ts'

const SealingState = builder.enumType('SealingState', { values: ['SEALED', 'RELEASED', 'OPENED', 'ABANDONED'] as const })

export const Sealing = builder.prismaObject('Sealing', {
  description: '报价密封: the two public keys of a selection, and from the opening on everything that was under the seal.',
  fields: (t) => ({
    state: t.expose('state', { type: SealingState }),
    supervisorName: t.string({
      select: { supervisorKey: { select: { organisation: { select: { nameZh: true } } } } },
      resolve: ({ supervisorKey }) => supervisorKey.organisation.nameZh,
    }),
    supervisorRecipient: t.string({
      select: { supervisorKey: { select: { recipient: true } } },
      resolve: ({ supervisorKey }) => supervisorKey.recipient,
    }),
    platformRecipient: t.exposeString('platformRecipient'),
    releaseDueAt: t.expose('releaseDueAt', { type: 'DateTime', description: "Until when the supervising body's key may come." }),
    openedAt: t.expose('openedAt', { type: 'DateTime', nullable: true }),
    transcript: t.field({
      type: 'JSON',
      nullable: true,
      description: 'OpeningTranscript: both identities, every ciphertext with its hash, and what it said. Null until opened.',
      select: { transcript: true, state: true },
      resolve: ({ state, transcript }) => (state === 'OPENED' ? transcript : null),
    }),
  }),
})

builder.queryField('sealing', (t) =>
  t.prismaField({
    type: Sealing,
    nullable: true,
    description: 'The seal of a selection: public, like the announcement.',
    args: { selectionNumber: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { selectionNumber }, { prisma, viewer }) =>
      prisma.sealing.findFirst({ ...query, where: { selection: { AND: [{ number: selectionNumber }, visibleSelections(viewer)] } } }),
  }),
)
