import type { MoveReason } from '#domain/credit/simulated-move.ts'
import { emptySummary } from '#domain/credit/simulation-summary.ts'
import type { GradeMove, ScoreShift, SimulationSummary } from '#domain/credit/simulation-summary.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { readMoves } from '#services/credit/read-moves.ts'
import type { ReadMove } from '#services/credit/read-moves.ts'
import { builder } from '../builder.ts'
import { RunStateType } from './rating-run.ts'

const GradeMoveType = builder.objectRef<GradeMove>('GradeMove').implement({
  fields: (t) => ({
    before: t.string({ resolve: ({ before }) => before }),
    after: t.string({ resolve: ({ after }) => after }),
    count: t.exposeInt('count'),
  }),
})

const ScoreShiftType = builder.objectRef<ScoreShift>('ScoreShift').implement({
  description: 'How many scores differ by `from` or more and less than `to` points; null is open.',
  fields: (t) => ({
    from: t.float({ nullable: true, resolve: ({ from }) => from }),
    to: t.float({ nullable: true, resolve: ({ to }) => to }),
    count: t.exposeInt('count'),
  }),
})

const MoveReasonType = builder.objectRef<MoveReason>('MoveReason').implement({
  description: 'A part of the score that differs, in points of the score; null: not a matter of points.',
  fields: (t) => ({
    code: t.string({ resolve: ({ code }) => code }),
    before: t.float({ nullable: true, resolve: ({ before }) => before }),
    after: t.float({ nullable: true, resolve: ({ after }) => after }),
  }),
})

const SimulatedMoveType = builder.objectRef<ReadMove>('SimulatedMove').implement({
  description: 'Who would move where, and why.',
  fields: (t) => ({
    name: t.exposeString('name'),
    code: t.exposeString('code', { description: 'USCC; empty for persons.' }),
    gradeBefore: t.exposeString('gradeBefore'),
    gradeAfter: t.exposeString('gradeAfter'),
    scoreBefore: t.float({ nullable: true, resolve: ({ scoreBefore }) => scoreBefore }),
    scoreAfter: t.float({ nullable: true, resolve: ({ scoreAfter }) => scoreAfter }),
    reasons: t.field({ type: [MoveReasonType], resolve: ({ reasons }) => [...reasons] }),
  }),
})

interface MovePage {
  readonly total: number
  readonly moves: readonly ReadMove[]
}

const MovePageType = builder.objectRef<MovePage>('SimulatedMovePage').implement({
  fields: (t) => ({
    total: t.exposeInt('total'),
    moves: t.field({ type: [SimulatedMoveType], resolve: ({ moves }) => [...moves] }),
  }),
})

/** 规则试算 */
export const RatingSimulation = builder.prismaObject('RatingSimulation', {
  description: '规则试算: a draft run over everybody’s history; who would move where, and why.',
  fields: (t) => ({
    state: t.field({ type: RunStateType, resolve: ({ state }) => state }),
    asOf: t.field({ type: 'Day', resolve: ({ asOf }) => fromDbDay(asOf) }),
    isCurrent: t.boolean({
      description: 'Of the draft as it stands; an edited one needs a new run.',
      select: { ruleSet: { select: { rowVersion: true } } },
      resolve: ({ draftVersion, ruleSet }) => draftVersion === ruleSet.rowVersion,
    }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    subjectsDone: t.exposeInt('subjectsDone'),
    subjectsTotal: t.exposeInt('subjectsTotal', { nullable: true }),
    moved: t.int({ description: 'With another grade or score, so far.', resolve: (row) => summaryOf(row).moved }),
    gradeMoves: t.field({ type: [GradeMoveType], resolve: (row) => [...summaryOf(row).moves] }),
    shifts: t.field({ type: [ScoreShiftType], resolve: (row) => [...summaryOf(row).shifts] }),
    moves: t.field({
      type: MovePageType,
      args: {
        gradeBefore: t.arg.string({ required: false }),
        gradeAfter: t.arg.string({ required: false }),
        page: t.arg.int({ defaultValue: 1 }),
      },
      resolve: ({ id }, { gradeBefore, gradeAfter, page }, { prisma }) =>
        readMoves(prisma, { simulationId: id, gradeBefore: gradeBefore ?? null, gradeAfter: gradeAfter ?? null, page: Math.max(1, page) }),
    }),
  }),
})

const summaryOf = ({ summary }: { readonly summary: unknown }): SimulationSummary => (summary as SimulationSummary | null) ?? emptySummary
