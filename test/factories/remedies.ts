import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/access/role.ts'
import { addMonths } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { fileAppeal } from '#services/remedies/file-appeal.ts'
import { startAppealReview } from '#services/remedies/start-appeal-review.ts'
import { createIntermediary } from './choosing.ts'
import type { RegisteredIntermediary } from './choosing.ts'
import { contextOf } from './people.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from './violation-case.ts'
import type { CasePeople } from './violation-case.ts'

/** Bodies in a chain: the city above the office that decides, a station below it; the review office stands outside. */
export interface Bodies {
  readonly city: string
  readonly office: string
  readonly station: string
  readonly review: string
}

export async function createBodies({ prisma }: Platform): Promise<Bodies> {
  const make = async (name: string, superiorId: string | null) => {
    const data = {
      kind: 'REGULATOR',
      nameZh: name,
      divisionCode: '410100',
      superiorId,
      createdAt: new Date('2026-01-05T02:00:00Z'),
    } as const
    return (await prisma.organisation.create({ data })).id
  }
  const city = await make('虚构市信用领导小组', null)
  const office = await make('虚构市监管办公室', city)
  return { city, office, station: await make('虚构市监管办公室一站', office), review: await make('虚构复核办公室', null) }
}

/** Somebody of a body, at an instant. */
export const officerOf = (platform: Platform, at: string, role: Role, organisationId: string): UseCaseContext =>
  contextOf(platform, at, { roles: [role], organisationId, name: '办案人员' })

/** A firm that was listed, and everybody who had a hand in it. */
export interface ListedFirm {
  readonly firm: RegisteredIntermediary
  readonly people: CasePeople
  readonly caseId: string
  readonly caseNumber: string
  readonly entryId: string
  readonly entryNumber: string
}

/**
 * A firm, or its practitioner, blacklisted at that instant by the office for so many months (a serious violation: 12 to 36), or found without
 * a listing.
 */
export async function createListedFirm(
  platform: Platform,
  bodies: Bodies,
  at: string,
  {
    violationCode = 'V-RPT-01',
    months = 24,
    outcome = 'LISTED',
    isPractitioner = false,
  }: {
    readonly violationCode?: string
    readonly months?: number
    readonly outcome?: 'LISTED' | 'FOUND_NOT_LISTED'
    readonly isPractitioner?: boolean
  } = {},
): Promise<ListedFirm> {
  const firm = await createIntermediary(platform)
  const plain = peopleOf(platform, isPractitioner ? firm.practitionerSubjectId : firm.subjectId, at)
  const ofOffice = (context: UseCaseContext) => ({ ...context, viewer: { ...context.viewer, organisationId: bodies.office } })
  const people = { ...plain, investigator: ofOffice(plain.investigator), decider: ofOffice(plain.decider) }
  const about = isPractitioner ? { practitionerId: firm.practitionerId } : {}
  const caseId = await createCase(people, firm.uscc, 'DEFENCE_FILED', { violationCode, ...about })
  const publicUntilOn = addMonths(shanghaiDayOf(new Date(at)), months)
  await decideViolation(people.decider, {
    ...(await stepOf(people.decider, caseId)),
    outcome,
    publicUntilOn,
    ...decisionTexts,
  })
  const { number } = await platform.prisma.violationCase.findUniqueOrThrow({ where: { id: caseId } })
  const entry = await platform.prisma.listEntry.findFirst({ where: { caseId } })
  return { firm, people, caseId, caseNumber: number, entryId: entry?.id ?? '', entryNumber: entry?.number ?? '' }
}

/** The party of a listed firm at an instant. */
export const partyAt = ({ people }: ListedFirm, at: string): UseCaseContext => later(people.party, at)

export const grounds = { grounds: '原始记录完整，检测数据可复现。', request: '请求撤销决定。' }
export const answerTexts = { basis: '决定认定的事实', reasons: '经复核，原始记录与报告一致，认定事实不清。' }
export const repairTexts = {
  correction: '已更正报告并召回。',
  performance: '罚款已缴纳，赔偿已支付。',
  commitment: '今后依法依规出具报告。',
}

/** Nobody signs in for the party any more: nothing reaches it on the platform. A firm of the register is reachable always. */
export async function closeAccount({ prisma }: Platform, { people }: ListedFirm): Promise<void> {
  await prisma.user.updateMany({ where: { subjectId: people.party.viewer.subjectId ?? '' }, data: { subjectId: null } })
}

/** What a step of an appeal must name. */
export async function appealStep({ prisma }: Platform, id: string) {
  const { number, version } = await prisma.appeal.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

/** What a step of a repair must name. */
export async function repairStep({ prisma }: Platform, id: string) {
  const { number, version } = await prisma.creditRepair.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

/** What a step of an objection to data must name. */
export async function dataObjectionStep({ prisma }: Platform, id: string) {
  const { number, version } = await prisma.dataObjection.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

/** OK, or the code of the refusal. */
export const codeOf = (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => 'OK',
    (error: { code?: string }) => error.code,
  )

/** An appeal of the listed firm. Answers with its id. */
export const appealOf = (of: ListedFirm, at: string): Promise<string> =>
  fileAppeal(partyAt(of, at), { clientMutationId: randomUUID(), caseNumber: of.caseNumber, ...grounds })

/** A reviewer of the body that stands outside the chain, or of another one. */
export const reviewerOf = (platform: Platform, { review }: Pick<Bodies, 'review'>, at: string): UseCaseContext =>
  officerOf(platform, at, 'APPEAL_REVIEWER', review)

/** An appeal that this reviewer has taken up. */
export async function takenUpBy(reviewer: UseCaseContext, of: ListedFirm, at: string): Promise<string> {
  const id = await appealOf(of, at)
  await startAppealReview(reviewer, await appealStep(reviewer, id))
  return id
}

/** The bodies, and what tests of appeals do on `listedAt`, when a firm is listed, and on `at`. */
export async function openAppeals(platform: Platform, { listedAt, at }: { readonly listedAt: string; readonly at: string }) {
  const bodies = await createBodies(platform)
  const reviewer = (on = at): UseCaseContext => reviewerOf(platform, bodies, on)
  return {
    bodies,
    reviewer,
    listed: (more: Parameters<typeof createListedFirm>[3] = {}): Promise<ListedFirm> => createListedFirm(platform, bodies, listedAt, more),
    standingOf: ({ firm }: ListedFirm) => platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: firm.subjectId } }),
    /** An appeal that this reviewer has taken up. */
    takenUp: async (of: ListedFirm, by = reviewer()) => ({ id: await takenUpBy(by, of, at), by }),
  }
}
