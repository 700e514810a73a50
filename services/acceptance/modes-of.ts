import type { AcceptanceRequest, SubmittedMaterial } from '#domain/acceptance/acceptance-request.ts'
import { allowedModes } from '#domain/acceptance/allowed-modes.ts'
import type { WantedException } from '#domain/acceptance/mode-exception.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { ApprovalItem, Material } from '#prisma/generated/client.ts'
import { toStanding } from '../credit/verify-standings.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { cancelledMaterials } from './cancelled-materials.ts'

/** An application as it lies on the counter. `subjectId` null: somebody the platform has never met. */
export interface Application {
  readonly item: ApprovalItem
  readonly materials: readonly { readonly material: Material; readonly presence: SubmittedMaterial['presence'] }[]
  readonly subjectId: string | null
  /** Reasons that a manager set aside for it. */
  readonly exceptions?: readonly WantedException[]
}

/**
 * The modes the law allows for an application on the day of `now`, with the applicant's standing as stored at this moment. What nobody
 * may demand on that day is not asked about: it is neither missing nor put into a correction notice.
 */
export async function modesOf(
  tx: Tx,
  { item, materials, subjectId, exceptions }: Application,
  now: Date,
): Promise<readonly ModeDecision[]> {
  const on = shanghaiDayOf(now)
  const { bars, dishonestyEntries } = await gateFacts(tx, subjectId)
  const cancelled = await cancelledMaterials(
    tx,
    materials.map(({ material }) => material),
    on,
  )
  const demanded = materials.filter(({ material }) => !cancelled.has(material.id))
  const request = { item, materials: demanded.map(submittedOf), bars, dishonestyEntries, on }
  return allowedModes(request, unwrap(toleranceRuleSetOn(on)), exceptions)
}

const submittedOf = ({ material, presence }: Application['materials'][number]): SubmittedMaterial => ({
  seq: material.seq,
  isEssential: material.isEssential,
  isIdentityMatter: material.isIdentityMatter,
  presence,
})

/** The credit gate's facts: bars of the standing, and entries on the dishonesty list. */
async function gateFacts(tx: Tx, subjectId: string | null): Promise<Pick<AcceptanceRequest, 'bars' | 'dishonestyEntries'>> {
  if (subjectId === null) return { bars: [], dishonestyEntries: [] }
  const standing = await tx.creditStanding.findUnique({ where: { subjectId } })
  const entries = await tx.listEntry.findMany({
    where: { subjectId, list: 'DISHONESTY' },
    select: { id: true, fromOn: true, untilOn: true, endedAt: true, caseId: true },
  })
  const broken = await brokenCommitmentCases(tx, entries)
  return {
    bars: standing ? toStanding(standing).bars : [],
    dishonestyEntries: entries.map(({ id, fromOn, untilOn, endedAt, caseId }) => ({
      entryId: id,
      from: fromDbDay(fromOn),
      endedOn: endOf(fromDbDayOrNull(untilOn), endedAt),
      isFromBrokenCommitments: caseId !== null && broken.has(caseId),
    })),
  }
}

/** Of those entries' cases, the ones about broken commitments. Hardly anybody is listed: then nothing is asked. */
async function brokenCommitmentCases(tx: Tx, entries: readonly { readonly caseId: string | null }[]): Promise<ReadonlySet<string>> {
  const ids = entries.flatMap(({ caseId }) => caseId ?? [])
  if (ids.length === 0) return new Set()
  const cases = await tx.violationCase.findMany({ where: { id: { in: ids }, kind: 'BROKEN_COMMITMENTS' }, select: { id: true } })
  return new Set(cases.map(({ id }) => id))
}

/** The first day on which an entry no longer counts: the day it was ended, or the day after its last. */
function endOf(untilOn: CalendarDay | null, endedAt: Date | null): CalendarDay | null {
  if (endedAt) return shanghaiDayOf(endedAt)
  return untilOn && addDays(untilOn, 1)
}
