import type { FrozenPool } from '#domain/selection/pool.ts'
import { minimumPoolOf } from '#domain/selection/close.ts'
import { mayChooseDirectly, nextRound } from '#domain/selection/re-announce.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import { can } from '#domain/access/can.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Selection as SelectionRow } from '#prisma/generated/client.ts'
import { ownObstacleTo } from '#services/selection/own-obstacle.ts'
import { isInsider, selectionFacts } from '#services/selection/visible-selections.ts'
import { builder } from '../builder.ts'
import { Division } from '../catalogue/division.ts'
import { Clarification } from './clarification.ts'
import { FundSource, SelectionMode, SelectionState } from './selection-enums.ts'
import { SelectionEvent } from './selection-event.ts'
import { SelectionObjection, SignUp } from './sign-up.ts'

const rulesOf = ({ ruleSetVersion }: Pick<SelectionRow, 'ruleSetVersion'>) => selectionRules(ruleSetVersion)
const roundOf = ({ state, round, failure }: SelectionRow) => ({ state, round, failure: failure as { readonly code: string } | null })
const poolOf = ({ pool }: Pick<SelectionRow, 'pool'>) => pool as unknown as FrozenPool | null
const nobody = '00000000-0000-0000-0000-000000000000'

const Winner = builder.objectRef<FrozenPool['places'][number]>('SelectionWinner').implement({
  description: 'The proposed winner, or the one awarded, as frozen at closing.',
  fields: (t) => ({
    name: t.exposeString('name'),
    uscc: t.exposeString('uscc'),
    place: t.exposeInt('place', { description: 'In the frozen pool.' }),
  }),
})

export const Selection = builder.prismaNode('Selection', {
  id: { field: 'id' },
  description: '选取: one round of one selection. Public from its announcement; bidders are named from its closing.',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    mode: t.field({ type: SelectionMode, resolve: ({ mode }) => mode }),
    state: t.field({ type: SelectionState, resolve: ({ state }) => state }),
    round: t.exposeInt('round'),
    projectName: t.exposeString('projectName'),
    fundSource: t.field({ type: FundSource, resolve: ({ fundSource }) => fundSource }),
    requirements: t.exposeString('requirements'),
    size: t.exposeFloat('size', { nullable: true }),
    ceilingFen: t.exposeInt('ceilingFen', { nullable: true }),
    maxWorkingDays: t.exposeInt('maxWorkingDays', { nullable: true }),
    criteria: t.expose('criteria', { type: 'JSON', description: 'Criterion[]: key, title, kind, weight.' }),
    serviceItem: t.relation('serviceItem'),
    itemVersion: t.exposeInt('itemVersion', { nullable: true }),
    division: t.prismaField({
      type: Division,
      resolve: (query, { divisionCode }, _args, { prisma }) =>
        prisma.division.findUniqueOrThrow({ ...query, where: { code: divisionCode } }),
    }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    minimumPool: t.int({
      description: 'Fewest bidders with whom the round does not fail.',
      resolve: (row) => minimumPoolOf(row.mode, row.fundSource, rulesOf(row)),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    announcedAt: t.expose('announcedAt', { type: 'DateTime', nullable: true }),
    signUpOpensAt: t.expose('signUpOpensAt', { type: 'DateTime', nullable: true }),
    signUpClosesAt: t.expose('signUpClosesAt', { type: 'DateTime', nullable: true, description: 'The line, by the server’s clock.' }),
    opensAt: t.expose('opensAt', { type: 'DateTime', nullable: true, description: 'When sealed quotes are opened.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    openedAt: t.expose('openedAt', { type: 'DateTime', nullable: true }),
    resultAt: t.expose('resultAt', { type: 'DateTime', nullable: true }),
    awardedAt: t.expose('awardedAt', { type: 'DateTime', nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    publicityUntilOn: t.field({ type: 'Day', nullable: true, resolve: (row) => fromDbDayOrNull(row.publicityUntilOn) }),
    publicityPausedAt: t.expose('publicityPausedAt', { type: 'DateTime', nullable: true }),
    contractDueOn: t.field({ type: 'Day', nullable: true, resolve: (row) => fromDbDayOrNull(row.contractDueOn) }),
    poolHash: t.exposeString('poolHash', { nullable: true, description: 'SHA-256 of the canonical JSON of the pool.' }),
    pool: t.expose('pool', { type: 'JSON', nullable: true, description: 'FrozenPool: who stood in it, with what the applicant saw.' }),
    result: t.expose('result', { type: 'JSON', nullable: true, description: 'SelectionResult: ranking, excluded ones, why.' }),
    winner: t.field({
      type: Winner,
      nullable: true,
      resolve: (row) => poolOf(row)?.places.find(({ signUpId }) => signUpId === row.winnerId) ?? null,
    }),
    failure: t.expose('failure', { type: 'JSON', nullable: true, description: 'Code and facts.' }),
    cancelReasons: t.exposeString('cancelReasons', { nullable: true }),
    ownerName: t.string({ select: { applicant: { select: { name: true } } }, resolve: ({ applicant }) => applicant.name }),
    supervisorName: t.string({ select: { supervisor: { select: { nameZh: true } } }, resolve: ({ supervisor }) => supervisor.nameZh }),
    preselectionPool: t.relation('preselectionPool', { nullable: true }),
    previousNumber: t.string({
      nullable: true,
      description: 'The failed round before this one.',
      select: { previous: { select: { number: true } } },
      resolve: ({ previous }) => previous?.number ?? null,
    }),
    nextNumber: t.string({
      nullable: true,
      description: 'The round after this failed one.',
      select: { next: { select: { number: true } } },
      resolve: ({ next }) => next?.number ?? null,
    }),
    signUpCount: t.int({
      description: 'Public at every time: those who have signed up; from closing on those in the frozen pool.',
      select: { _count: { select: { signUps: { where: { state: 'ACTIVE' } } } } },
      resolve: (row) => poolOf(row)?.places.length ?? row._count.signUps,
    }),
    signUps: t.relation('signUps', {
      type: SignUp,
      description: 'Everyone who signed up, from closing on; before it nobody sees it, not even the owner.',
      query: () => ({ where: { selection: { closedAt: { not: null } } }, orderBy: [{ place: 'asc' }, { id: 'asc' }] }),
    }),
    ownSignUp: t.field({
      type: SignUp,
      nullable: true,
      select: (_args, { viewer }, nested) => ({
        signUps: nested({ where: { intermediary: { subjectId: viewer.subjectId ?? nobody } }, take: 1 }),
      }),
      resolve: ({ signUps }) => signUps[0] ?? null,
    }),
    clarifications: t.relation('clarifications', { type: Clarification, query: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] } }),
    objections: t.relation('objections', { type: SelectionObjection, query: { orderBy: [{ filedAt: 'asc' }, { id: 'asc' }] } }),
    events: t.prismaField({
      type: [SelectionEvent],
      description: 'What happened, in order; owner and supervising body see a little more.',
      resolve: (query, row, _args, { prisma, viewer }) =>
        prisma.selectionEvent.findMany({
          ...query,
          where: { selectionId: row.id, ...(isInsider(viewer, row) ? {} : { isPublic: true }) },
          orderBy: { id: 'asc' },
        }),
    }),
    engagementNumber: t.string({
      nullable: true,
      description: 'To the owner and the winner.',
      select: { engagement: { select: { number: true, intermediary: { select: { subjectId: true } } } } },
      resolve: ({ engagement, applicantId }, _args, { viewer }) =>
        engagement && viewer.subjectId !== null && [applicantId, engagement.intermediary.subjectId].includes(viewer.subjectId)
          ? engagement.number
          : null,
    }),
    isOwn: t.boolean({
      description: 'You own the project and may act.',
      resolve: (row, _args, { viewer }) => can(viewer, 'selection.manage', selectionFacts(row)),
    }),
    isSupervised: t.boolean({
      description: 'Your body supervises it and may answer objections.',
      resolve: (row, _args, { viewer }) => can(viewer, 'selection.supervise', selectionFacts(row)),
    }),
    mayReAnnounce: t.boolean({ resolve: (row) => nextRound(roundOf(row), rulesOf(row)).ok }),
    mayChooseDirectly: t.boolean({
      description: 'After the last failed round, with funds that allow a direct choice.',
      resolve: (row) => mayChooseDirectly({ ...roundOf(row), fundSource: row.fundSource }, rulesOf(row)),
    }),
    ownObstacle: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Why your firm could not sign up now (code and facts); null where nothing is in the way, or you act for no firm.',
      resolve: (row, _args, context) => ownObstacleTo(context, row),
    }),
  }),
})
