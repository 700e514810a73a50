import { can } from '#domain/access/can.ts'
import { rungKinds } from '#domain/selection/draw-method.ts'
import { lowQuotes } from '#domain/selection/evaluation-facts.ts'
import { awaitedLotteries } from '#services/selection/awaited-lotteries.ts'
import { proveStoredDraw } from '#services/selection/prove-draw.ts'
import { readDrawSituation, rungInUse } from '#services/selection/draw-state.ts'
import type { OpenRung } from '#services/selection/draw-state.ts'
import { pickDueAt } from '#services/selection/lapse-pick.ts'
import { selectionFacts } from '#services/selection/visible-selections.ts'
import { builder } from '../builder.ts'
import { Selection } from './selection.ts'

const DrawState = builder.enumType('DrawState', { values: ['COMMITTED', 'WAITING', 'DRAWN', 'FAILED'] as const })
const RungKind = builder.enumType('DrawRungKind', { values: rungKinds })

/** Rung of the ladder in use, with the window in which what it gives can come. */
const DrawRung = builder.objectRef<OpenRung>('DrawRung').implement({
  description: 'The source of public randomness a draw waits for.',
  fields: (t) => ({
    kind: t.field({ type: RungKind, resolve: ({ rung }) => rung.kind }),
    index: t.exposeInt('index', { description: 'In the published ladder, from 0.' }),
    opensAt: t.field({ type: 'DateTime', resolve: ({ window }) => window.opensAt }),
    deadlineAt: t.field({ type: 'DateTime', resolve: ({ window }) => window.deadlineAt }),
    drawnOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'Day of the lottery’s drawing.',
      resolve: ({ window }) => window.drawnOn ?? null,
    }),
  }),
})

const DrawProof = builder.objectRef<ReturnType<typeof proveStoredDraw>>('DrawProof').implement({
  description: 'The draw made again by this server from the stored transcript: take nobody’s word for it, do it yourself.',
  fields: (t) => ({
    isTrue: t.exposeBoolean('isTrue'),
    steps: t.field({
      type: 'JSON',
      description: 'Steps done, each with its fault (code and facts) or null.',
      resolve: ({ steps }) => steps,
    }),
  }),
})

export const Draw = builder.prismaObject('Draw', {
  description: '抽取: committed at announcement, fed with public randomness fixed after closing, recomputable by anyone.',
  fields: (t) => ({
    state: t.field({ type: DrawState, resolve: ({ state }) => state }),
    method: t.expose('method', { type: 'JSON', description: 'DrawMethod as published: algorithm and ladder of sources.' }),
    secretHash: t.exposeString('secretHash', { description: 'SHA-256 of the secret, as published.' }),
    rung: t.exposeInt('rung', { description: 'Index of the rung in use, or of the one that served.' }),
    drawnAt: t.expose('drawnAt', { type: 'DateTime', nullable: true }),
    failure: t.expose('failure', { type: 'JSON', nullable: true, description: 'Code and facts.' }),
    transcript: t.expose('transcript', { type: 'JSON', nullable: true, description: 'DrawTranscript: everything needed to draw again.' }),
    proof: t.field({
      type: DrawProof,
      nullable: true,
      select: { selection: { select: { poolHash: true, events: { where: { kind: 'DRAWN' }, select: { facts: true }, take: 1 } } } },
      resolve: ({ transcript, secretHash, selection: { poolHash, events } }, _args, { beacon }) => {
        const told = (events[0]?.facts ?? {}) as { readonly transcript?: string }
        const known = { secretHash, poolHash: poolHash ?? '', sha256: told.transcript ?? '' }
        return transcript === null ? null : proveStoredDraw(transcript, known, [beacon.chain])
      },
    }),
    awaited: t.field({
      type: DrawRung,
      nullable: true,
      description: 'Where a draw is needed and not made yet: the source that is waited for.',
      select: { selection: true },
      resolve: async ({ selection }, _args, { prisma: tx, clock }) => {
        if (selection.state !== 'CLOSED' && selection.state !== 'OPENED') return null
        const situation = await readDrawSituation({ tx, now: clock.now() }, selection)
        return situation && rungInUse(situation)
      },
    }),
    entryCount: t.int({
      description: 'How many have entered lottery numbers that still stand; what they entered is told to nobody.',
      select: { _count: { select: { lotteryEntries: { where: { isVoid: false } } } } },
      resolve: ({ _count }) => _count.lotteryEntries,
    }),
    hasEntered: t.boolean({
      description: 'You are one of them.',
      select: (_args, { viewer }, nested) => ({
        lotteryEntries: nested({ where: { isVoid: false, enteredById: viewer.userId ?? '' }, take: 1 }),
      }),
      resolve: ({ lotteryEntries }) => lotteryEntries.length > 0,
    }),
    mayEnter: t.boolean({
      description: 'You may enter lottery numbers for it.',
      select: { selection: true },
      resolve: ({ selection }, _args, { viewer }) => can(viewer, 'draw.enterLottery', selectionFacts(selection)),
    }),
  }),
})

interface Awaiting {
  readonly what: 'OPENING' | 'EXPLANATIONS' | 'SCORES' | 'DRAW' | 'PICK'
  readonly until: Date | null
  readonly lowSignUps: readonly string[]
}

const AwaitedStep = builder.enumType('AwaitedStep', { values: ['OPENING', 'EXPLANATIONS', 'SCORES', 'DRAW', 'PICK'] as const })

const SelectionAwaiting = builder.objectRef<Awaiting>('SelectionAwaiting').implement({
  description: 'What a closed selection waits for before its result.',
  fields: (t) => ({
    what: t.field({ type: AwaitedStep, resolve: ({ what }) => what }),
    until: t.field({ type: 'DateTime', nullable: true, resolve: ({ until }) => until }),
    lowSignUps: t.field({
      type: ['String'],
      description: 'Keys of the sign-ups whose quote is abnormally low.',
      resolve: ({ lowSignUps }) => [...lowSignUps],
    }),
  }),
})

const CriterionScore = builder.prismaObject('CriterionScore', {
  description: '评分: by the owner, with reasons.',
  fields: (t) => ({
    signUpKey: t.exposeString('signUpId'),
    criterion: t.exposeString('criterion'),
    points: t.exposeFloat('points'),
    reasons: t.exposeString('reasons'),
    scoredAt: t.expose('scoredAt', { type: 'DateTime' }),
  }),
})

builder.prismaObjectFields(Selection, (t) => ({
  draw: t.relation('draw', { type: Draw, nullable: true }),
  awaiting: t.field({
    type: SelectionAwaiting,
    nullable: true,
    description: 'Between closing and result: what is waited for, and until when.',
    resolve: async (selection, _args, { prisma: tx, clock }) => {
      const unit = { tx, now: clock.now() }
      const pickUntil = await pickDueAt(unit, selection)
      if (pickUntil) return { what: 'PICK', until: pickUntil, lowSignUps: [] } as const
      if (selection.state !== 'CLOSED' && selection.state !== 'OPENED') return null
      const situation = await readDrawSituation(unit, selection)
      if (!situation) return null
      const { readiness, facts } = situation
      const lowSignUps = lowQuotes(facts).map(({ signUpId }) => signUpId)
      if (readiness.state === 'AWAITING') return { what: readiness.what, until: readiness.until, lowSignUps }
      const open = rungInUse(situation)
      return open && { what: 'DRAW' as const, until: open.window.deadlineAt, lowSignUps }
    },
  }),
  scores: t.field({
    type: [CriterionScore],
    description: 'The owner’s scores with their reasons, once they are given.',
    resolve: ({ id }, _args, { prisma }) =>
      prisma.criterionScore.findMany({
        where: { signUp: { selectionId: id } },
        orderBy: [{ signUp: { place: 'asc' } }, { criterion: 'asc' }],
      }),
  }),
}))

builder.queryField('awaitedLotteries', (t) =>
  t.prismaField({
    type: [Selection],
    description: 'Selections whose draw waits for the numbers of a public lottery, as far as you may enter them.',
    authScopes: { may: 'draw.enterLottery' },
    resolve: (query, _root, _args, context) => awaitedLotteries(context, query),
  }),
)
