import { admitToPreselectionPool } from '#services/selection/admit-to-preselection-pool.ts'
import { closePreselectionPool } from '#services/selection/close-preselection-pool.ts'
import { joinPreselectionPool } from '#services/selection/join-preselection-pool.ts'
import { leavePreselectionPool } from '#services/selection/leave-preselection-pool.ts'
import { openPreselectionPool } from '#services/selection/open-preselection-pool.ts'
import { removeFromPreselectionPool } from '#services/selection/remove-from-preselection-pool.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { PreselectionPool } from './preselection-pool.ts'

const PoolTaken = builder.objectRef<{ readonly id: string }>('PreselectionPoolTaken').implement({
  description: 'The pool after the step.',
  fields: (t) => ({
    pool: t.prismaField({
      type: PreselectionPool,
      resolve: (query, { id }, _args, { prisma }) => prisma.preselectionPool.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

builder.relayMutationField(
  'openPreselectionPool',
  {
    inputFields: (t) => ({
      titleZh: t.string(),
      titleEn: t.string({ required: false }),
      serviceItemCode: t.string(),
      divisionCode: t.string(),
      conditions: t.string(),
      validUntilOn: t.field({ type: 'Day', description: 'Its last day.' }),
    }),
  },
  {
    description: 'Open a pool for government-invested projects.',
    authScopes: { may: 'preselection.keep' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await openPreselectionPool(context, { ...input, titleEn: input.titleEn ?? '' }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: PoolTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'joinPreselectionPool',
  {
    inputFields: (t) => ({
      number: t.string(),
      areConditionsMet: t.boolean({ description: 'Your firm meets the published conditions. Anything but true is refused.' }),
    }),
  },
  {
    description: 'Join a pool with your firm; the form check decides at once.',
    authScopes: { may: 'preselection.join' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      // Anything but true is told as a field's problem.
      id: await joinPreselectionPool(context, { ...input, areConditionsMet: input.areConditionsMet as true }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: PoolTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'leavePreselectionPool',
  { inputFields: (t) => ({ number: t.string() }) },
  {
    description: 'Leave a pool with your firm.',
    authScopes: { may: 'preselection.join' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await leavePreselectionPool(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: PoolTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'admitToPreselectionPool',
  { inputFields: (t) => ({ number: t.string(), uscc: t.string(), reasons: t.string({ description: 'Told to everyone.' }) }) },
  {
    description: 'Admit a firm openly; the form check is made all the same.',
    authScopes: { may: 'preselection.keep' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await admitToPreselectionPool(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: PoolTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'removeFromPreselectionPool',
  { inputFields: (t) => ({ number: t.string(), uscc: t.string(), reasons: t.string({ description: 'Told to everyone.' }) }) },
  {
    description: 'Take out a firm that does not meet the published conditions.',
    authScopes: { may: 'preselection.keep' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await removeFromPreselectionPool(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: PoolTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'closePreselectionPool',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string({ description: 'Told to everyone.' }) }) },
  {
    description: 'Close a pool before its last day.',
    authScopes: { may: 'preselection.keep' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await closePreselectionPool(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: PoolTaken, resolve: (taken) => taken }) }) },
)
