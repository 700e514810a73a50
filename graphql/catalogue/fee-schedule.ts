import { z } from 'zod'
import { describeFee } from '#domain/catalogue/describe-fee.ts'
import type { FeeDescription, FeeLine } from '#domain/catalogue/describe-fee.ts'
import { feeScheduleSchema } from '#domain/catalogue/fee-schedule.ts'
import type { FeeSchedule, FeeUnit as FeeUnitName } from '#domain/catalogue/fee-schedule.ts'
import { parseInput } from '#services/kernel/parse-input.ts'
import { builder } from '../builder.ts'

export const FeeUnit = builder.enumType('FeeUnit', {
  description: 'What a fee is counted in.',
  values: {
    PROJECT_COST: { description: '工程造价, in yuan' },
    SQUARE_METRE: { description: '平方米' },
    KILOMETRE: { description: '公里' },
    MU: { description: '亩' },
    VEHICLE: { description: '辆' },
    PIECE: { description: '个' },
    PERSON: { description: '人' },
    COPY: { description: '份' },
  } as const satisfies Record<FeeUnitName, object>,
})

const FeeKind = builder.enumType('FeeKind', {
  values: {
    FIXED: { description: '定额' },
    PER_UNIT: { description: '按量' },
    TIERED: { description: '差额累进: each rate counts for its part of the size.' },
    PERCENTAGE: { description: '按工程造价的比例' },
  } as const satisfies Record<FeeSchedule['kind'], object>,
})

const FeeLineType = builder.objectRef<FeeLine>('FeeLine').implement({
  description: 'The part of the size over `above` up to `upTo`, at so much; one of the two rates is given.',
  fields: (t) => ({
    above: t.exposeFloat('above'),
    upTo: t.exposeFloat('upTo', { nullable: true, description: 'Null: without an end.' }),
    feeFenPerUnit: t.exposeInt('feeFenPerUnit', { nullable: true }),
    ratePpm: t.exposeInt('ratePpm', { nullable: true, description: 'Of the project cost, in millionths: 15000 are 1.5 %.' }),
  }),
})

export const FeeScheduleType = builder.objectRef<FeeDescription>('FeeSchedule').implement({
  description: '收费标准: what is asked by size, as facts.',
  fields: (t) => ({
    kind: t.field({ type: FeeKind, resolve: ({ kind }) => kind }),
    unit: t.field({ type: FeeUnit, nullable: true, resolve: ({ unit }) => unit }),
    feeFen: t.exposeInt('feeFen', { nullable: true, description: 'Of a fixed fee.' }),
    lines: t.field({ type: [FeeLineType], resolve: ({ lines }) => [...lines] }),
    minFen: t.exposeInt('minFen', { nullable: true, description: 'At least, whatever the size.' }),
    maxFen: t.exposeInt('maxFen', { nullable: true, description: 'At most, whatever the size.' }),
  }),
})

/** A stored schedule as facts. */
export const describeStored = (stored: unknown): FeeDescription => describeFee(feeScheduleSchema.parse(stored))

const FeeTierInput = builder.inputType('FeeTierInput', {
  fields: (t) => ({
    upTo: t.float({ required: false, description: 'Null in the last tier only.' }),
    rate: t.int({ description: 'Fen per unit; of project cost millionths.' }),
  }),
})

/** Its parts are checked together by the rule in the domain: what the kind doesn't use is left aside. */
export const FeeScheduleInput = builder.inputType('FeeScheduleInput', {
  description: 'A fee schedule; give what its kind uses.',
  fields: (t) => ({
    kind: t.field({ type: FeeKind }),
    unit: t.field({ type: FeeUnit, required: false }),
    feeFen: t.int({ required: false, description: 'FIXED' }),
    feeFenPerUnit: t.int({ required: false, description: 'PER_UNIT' }),
    ratePpm: t.int({ required: false, description: 'PERCENTAGE, in millionths.' }),
    tiers: t.field({ type: [FeeTierInput], required: false, description: 'TIERED, ascending, the last without an end.' }),
    minFen: t.int({ required: false }),
    maxFen: t.int({ required: false }),
  }),
})

/** The schedule that was given. @throws ValidationError with the field in it, as `feeSchedule.tiers.0.rate` */
export const scheduleOf = (given: typeof FeeScheduleInput.$inferInput): FeeSchedule =>
  parseInput(z.object({ feeSchedule: feeScheduleSchema }), { feeSchedule: given }).feeSchedule
