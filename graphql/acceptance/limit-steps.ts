import { grantModeException } from '#services/acceptance/grant-mode-exception.ts'
import { pauseCase } from '#services/acceptance/pause-case.ts'
import { resumeCase } from '#services/acceptance/resume-case.ts'
import { takeUpCase } from '#services/acceptance/take-up-case.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { PauseCause } from './case-course.ts'
import { IntakeStepTaken } from './intake-step-taken.ts'
import { AcceptanceMode } from './mode-decision.ts'

builder.relayMutationField(
  'takeUpCase',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Take up a case that came online: from now on you answer for it.',
    authScopes: { may: 'case.accept' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await takeUpCase(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'pauseCase',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      cause: t.field({ type: PauseCause }),
      untilOn: t.string({ description: 'YYYY-MM-DD, its last day.' }),
      reasons: t.string(),
    }),
  },
  {
    description: 'Stop the time limit from today on, for a lawful cause and until a named day.',
    authScopes: { may: 'case.pause' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await pauseCase(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'resumeCase',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Let the time limit run again before the pause’s last day.',
    authScopes: { may: 'case.pause' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await resumeCase(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'grantModeException',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      mode: t.field({ type: AcceptanceMode }),
      refusalCode: t.string({ description: 'The one reason that is set aside.' }),
      reasons: t.string(),
    }),
  },
  {
    description: 'Set one reason against a mode aside, where the rules provide for it; never a bar.',
    authScopes: { may: 'case.except' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await grantModeException(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)
