import type { AcceptanceRequest, SubmittedMaterial } from '#domain/acceptance/acceptance-request.ts'
import { allowedModes } from '#domain/acceptance/allowed-modes.ts'
import type { WantedException } from '#domain/acceptance/mode-exception.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import type { Bar } from '#domain/credit/bar.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { ApprovalItem, Material } from '#prisma/generated/client.ts'
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

interface GateRow {
  /** Null while nothing was ever recorded. */
  readonly bars: readonly Bar[] | null
  readonly entries: readonly {
    readonly entryId: string
    readonly fromOn: CalendarDay
    readonly untilOn: CalendarDay | null
    readonly endedAt: string | null
    readonly isFromBrokenCommitments: boolean
  }[]
}

/** The credit gate's facts: bars of the standing, and entries on the dishonesty list. One statement: every acceptance waits for it. */
async function gateFacts(tx: Tx, subjectId: string | null): Promise<Pick<AcceptanceRequest, 'bars' | 'dishonestyEntries'>> {
  if (subjectId === null) return { bars: [], dishonestyEntries: [] }
  const [row] = await tx.$queryRaw<GateRow[]>`
    SELECT (SELECT "bars" FROM "CreditStanding" WHERE "subjectId" = ${subjectId}::uuid) AS "bars",
      to_jsonb(ARRAY(
        SELECT jsonb_build_object('entryId', e."id", 'fromOn', e."fromOn", 'untilOn', e."untilOn", 'endedAt', e."endedAt",
          'isFromBrokenCommitments', coalesce(c."kind" = 'BROKEN_COMMITMENTS', false))
        FROM "ListEntry" e LEFT JOIN "ViolationCase" c ON c."id" = e."caseId"
        WHERE e."subjectId" = ${subjectId}::uuid AND e."list" = 'DISHONESTY' ORDER BY e."id")) AS "entries"`
  return {
    bars: row?.bars ?? [],
    dishonestyEntries: (row?.entries ?? []).map(({ entryId, fromOn, untilOn, endedAt, isFromBrokenCommitments }) => {
      return { entryId, from: fromOn, endedOn: endOf(untilOn, endedAt === null ? null : new Date(endedAt)), isFromBrokenCommitments }
    }),
  }
}

/** The first day on which an entry no longer counts: the day it was ended, or the day after its last. */
function endOf(untilOn: CalendarDay | null, endedAt: Date | null): CalendarDay | null {
  if (endedAt) return shanghaiDayOf(endedAt)
  return untilOn && addDays(untilOn, 1)
}
