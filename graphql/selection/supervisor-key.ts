import { depositSupervisorKeys } from '#services/selection/deposit-supervisor-keys.ts'
import { releaseShare } from '#services/selection/release-share.ts'
import { visibleSupervisorKeys } from '#services/selection/visible-supervisor-keys.ts'
import { withdrawSupervisorKey } from '#services/selection/withdraw-supervisor-key.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Sealing } from './sealing.ts'

/** Where a key stands: free in stock, taken by a selection, its share released, or taken out of stock. */
const keyStates = ['FREE', 'TAKEN', 'RELEASED', 'WITHDRAWN'] as const
const SupervisorKeyState = builder.enumType('SupervisorKeyState', { values: keyStates })
type KeyState = (typeof keyStates)[number]

export const SupervisorKey = builder.prismaNode('SupervisorKey', {
  id: { field: 'id' },
  description: "监督密钥 of the viewer's own body. The identity is wrapped under a passphrase that never comes here.",
  fields: (t) => ({
    key: t.exposeString('id'),
    recipient: t.exposeString('recipient'),
    wrappedIdentity: t.exposeString('wrappedIdentity', { description: 'age file under a passphrase, armoured.' }),
    depositedAt: t.expose('depositedAt', { type: 'DateTime' }),
    releasedAt: t.expose('releasedAt', { type: 'DateTime', nullable: true }),
    withdrawnAt: t.expose('withdrawnAt', { type: 'DateTime', nullable: true }),
    state: t.field({
      type: SupervisorKeyState,
      select: { withdrawnAt: true, releasedAt: true, sealing: { select: { id: true } } },
      resolve: ({ withdrawnAt, releasedAt, sealing }): KeyState =>
        withdrawnAt ? 'WITHDRAWN' : releasedAt ? 'RELEASED' : sealing ? 'TAKEN' : 'FREE',
    }),
    sealing: t.relation('sealing', { type: Sealing, nullable: true }),
    selectionNumber: t.string({
      nullable: true,
      select: { sealing: { select: { selection: { select: { number: true } } } } },
      resolve: ({ sealing }) => sealing?.selection.number ?? null,
    }),
    projectName: t.string({
      nullable: true,
      select: { sealing: { select: { selection: { select: { projectName: true } } } } },
      resolve: ({ sealing }) => sealing?.selection.projectName ?? null,
    }),
    opensAt: t.field({
      type: 'DateTime',
      nullable: true,
      select: { sealing: { select: { selection: { select: { opensAt: true } } } } },
      resolve: ({ sealing }) => sealing?.selection.opensAt ?? null,
    }),
    isDue: t.boolean({
      description: 'The share is wanted now: the opening time has come and the selection is closed.',
      select: { sealing: { select: { state: true, releaseDueAt: true, selection: { select: { opensAt: true, state: true } } } } },
      resolve: ({ sealing }, _args, { clock }) => {
        const now = clock.now()
        if (sealing?.state !== 'SEALED' || sealing.selection.state !== 'CLOSED') return false
        return sealing.selection.opensAt !== null && sealing.selection.opensAt <= now && now < sealing.releaseDueAt
      },
    }),
  }),
})

builder.queryField('supervisorKeys', (t) =>
  t.prismaConnection({
    type: SupervisorKey,
    cursor: 'id',
    description: "The own body's keys: taken ones by opening time, then the stock.",
    args: { isTaken: t.arg.boolean({ required: false, description: 'Left out: all.' }) },
    authScopes: { may: 'sealing.keepKeys' },
    totalCount: (_root, { isTaken }, { prisma, viewer }) => prisma.supervisorKey.count({ where: whereKeys(viewer, isTaken) }),
    resolve: (query, _root, { isTaken }, { prisma, viewer }) =>
      prisma.supervisorKey.findMany({
        ...query,
        where: whereKeys(viewer, isTaken),
        orderBy: isTaken ? [{ sealing: { releaseDueAt: 'desc' } }, { id: 'asc' }] : [{ depositedAt: 'asc' }, { id: 'asc' }],
      }),
  }),
)

const whereKeys = (viewer: Parameters<typeof visibleSupervisorKeys>[0], isTaken: boolean | null | undefined) => ({
  AND: [
    visibleSupervisorKeys(viewer),
    ...(isTaken == null ? [] : [isTaken ? { sealing: { isNot: null } } : { sealing: null, withdrawnAt: null }]),
  ],
})

builder.queryField('supervisorKey', (t) =>
  t.prismaField({
    type: SupervisorKey,
    nullable: true,
    args: { key: t.arg.string() },
    authScopes: { may: 'sealing.keepKeys' },
    resolve: (query, _root, { key }, { prisma, viewer }) =>
      prisma.supervisorKey.findFirst({
        ...query,
        where: { AND: [isUuid(key) ? { id: key } : { id: { in: [] } }, visibleSupervisorKeys(viewer)] },
      }),
  }),
)

/** What is no id names nothing; the database would call it an error. */
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const WrappedKeyInput = builder.inputType('WrappedKeyInput', {
  fields: (t) => ({
    recipient: t.string({ description: 'age1…' }),
    wrappedIdentity: t.string({ description: 'The identity under a passphrase (age, scrypt), armoured.' }),
  }),
})

builder.relayMutationField(
  'depositSupervisorKeys',
  { inputFields: (t) => ({ keys: t.field({ type: [WrappedKeyInput] }) }) },
  {
    description: "Put keys of the own body into stock. Identities come wrapped; the passphrase stays on the officer's machine.",
    authScopes: { may: 'sealing.keepKeys' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      await depositSupervisorKeys(context, input)
      return { deposited: input.keys.length }
    },
  },
  { outputFields: (t) => ({ deposited: t.exposeInt('deposited') }) },
)

const KeyTaken = builder.objectRef<{ readonly id: string }>('SupervisorKeyTaken').implement({
  description: 'The key after the step.',
  fields: (t) => ({
    key: t.prismaField({
      type: SupervisorKey,
      resolve: (query, { id }, _args, { prisma }) => prisma.supervisorKey.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

builder.relayMutationField(
  'withdrawSupervisorKey',
  { inputFields: (t) => ({ id: t.string() }) },
  {
    description: 'Take a free key out of stock.',
    authScopes: { may: 'sealing.keepKeys' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawSupervisorKey(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: KeyTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'releaseShare',
  { inputFields: (t) => ({ id: t.string(), identity: t.string({ description: 'AGE-SECRET-KEY-1…' }) }) },
  {
    description: "Release the supervising body's share of one selection, from its opening time on.",
    authScopes: { may: 'sealing.keepKeys' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await releaseShare(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: KeyTaken, resolve: (taken) => taken }) }) },
)
