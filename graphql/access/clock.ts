import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadCalendar } from '#services/kernel/load-calendar.ts'
import { setSandboxClock } from '#services/access/set-sandbox-clock.ts'
import { SandboxClock } from '#services/kernel/clock.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const ClockType = builder.objectRef<Pick<UseCaseContext, 'clock' | 'isSandbox' | 'prisma'>>('Clock').implement({
  description: 'The one source of now. Only a rehearsal (sandbox) has one that can be set.',
  fields: (t) => ({
    now: t.field({ type: 'DateTime', resolve: ({ clock }) => clock.now() }),
    isSandbox: t.exposeBoolean('isSandbox'),
    nextWorkingDay: t.field({
      type: 'Day',
      nullable: true,
      description: 'The first working day after today by the official calendar; null when that year is not loaded yet.',
      resolve: async ({ clock, prisma }) => {
        const next = addWorkingDays(shanghaiDayOf(clock.now()), 1, await loadCalendar(prisma))
        return next.ok ? next.value : null
      },
    }),
    rate: t.float({
      description: 'Sandbox seconds a real second; 1 outside sandbox mode.',
      resolve: ({ clock }) => (clock instanceof SandboxClock ? clock.rate : 1),
    }),
  }),
})

builder.queryField('clock', (t) => t.field({ type: ClockType, authScopes: { public: true }, resolve: (_root, _args, context) => context }))

builder.relayMutationField(
  'setSandboxClock',
  { inputFields: (t) => ({ at: t.field({ type: 'DateTime' }), rate: t.float({ defaultValue: 1 }) }) },
  {
    description: 'Sets the rehearsal clock; refused outside sandbox mode. What fell due in between happens soon after.',
    authScopes: { may: 'clock.set' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await setSandboxClock(context, input) }),
  },
  { outputFields: (t) => ({ clock: t.field({ type: ClockType, resolve: (_made, _args, context) => context }) }) },
)
