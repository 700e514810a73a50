import { holdHearing } from '#services/listings/hold-hearing.ts'
import { refuseHearing } from '#services/listings/refuse-hearing.ts'
import { requestHearing } from '#services/listings/request-hearing.ts'
import { scheduleHearing } from '#services/listings/schedule-hearing.ts'
import { waiveHearing } from '#services/listings/waive-hearing.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { StepTaken } from './violation-steps.ts'

builder.relayMutationField(
  'requestHearing',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'Ask for a hearing, within the window for the defence.',
    authScopes: { may: 'violation.defend' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await requestHearing(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'refuseHearing',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'Refuse a hearing to which there is no right.',
    authScopes: { may: 'hearing.conduct' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await refuseHearing(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'scheduleHearing',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      scheduledFor: t.field({ type: 'DateTime' }),
      place: t.string(),
      isPublic: t.boolean(),
    }),
  },
  {
    description: 'Call the hearing and preside over it; or put it on another day.',
    authScopes: { may: 'hearing.conduct' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await scheduleHearing(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'holdHearing',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), attendees: t.string(), record: t.string() }) },
  {
    description: 'Put the record of the hearing into the case.',
    authScopes: { may: 'hearing.conduct' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await holdHearing(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'waiveHearing',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), statement: t.string() }) },
  {
    description: 'Give up the hearing; or, as its presider, record that the party stayed away.',
    authScopes: { may: 'hearing.waive' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await waiveHearing(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
