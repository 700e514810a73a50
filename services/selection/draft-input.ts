import { z } from 'zod'
import { feeLimits } from '#domain/catalogue/fee-schedule.ts'
import { criteriaSchema } from '#domain/selection/criteria.ts'
import { fundSources, selectionModes } from '#domain/selection/selection.ts'

/** What an owner says of a selection before it is announced. */
export const selectionDraftFields = z.object({
  projectName: z.string().trim().min(1).max(200),
  mode: z.enum(selectionModes),
  fundSource: z.enum(fundSources),
  serviceItemCode: z.string().trim().min(1).max(40),
  divisionCode: z.string().trim().min(1).max(12),
  /** In the item's fee unit, where one is set. */
  size: z.number().positive().max(1e12).nullish(),
  requirements: z.string().trim().min(1).max(10_000),
  ceilingFen: z.int().min(1).max(feeLimits.fen).nullish(),
  maxWorkingDays: z.int().min(1).max(1000).nullish(),
  criteria: criteriaSchema.default([]),
  preselectionPoolNumber: z.string().trim().min(1).max(40).nullish(),
})
export type SelectionDraftFields = z.output<typeof selectionDraftFields>

/** What every step in a selection names: the wish, the selection, and the version that was looked at. */
export const selectionStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})
