import type { Affiliation, AffiliationKind } from '#domain/intermediaries/affiliation.ts'
import { agencyTiesOf } from '#domain/intermediaries/avoidance.ts'
import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'

interface TieRow {
  readonly holderUscc: string
  readonly kind: AffiliationKind
  readonly partyName: string
  readonly partyUscc: string | null
  readonly fromOn: Date
  readonly untilOn: Date | null
  readonly agencyName: string | null
  readonly agencyKind: string | null
  readonly agencyDivisions: string[] | null
}

/**
 * To which agencies these firms are tied on that day, by their codes; a firm without ties has an empty list. One statement, however many
 * firms and however long the chains: it takes along every row that holds or names a party met on the way, and the rule follows it.
 * @param more ties that are not in the register yet: those an application or a change declares, with their holder's code
 */
export async function loadAgencyTies(
  tx: Tx,
  usccs: readonly string[],
  day: CalendarDay,
  more: readonly Affiliation[] = [],
): Promise<ReadonlyMap<string, readonly AgencyTie[]>> {
  const asked = [...new Set([...usccs, ...more.flatMap(({ partyUscc }) => partyUscc ?? [])])]
  const rows = asked.length === 0 ? [] : await readRows(tx, asked)
  const known = [...more, ...rows.map(toAffiliation)]
  return new Map(usccs.map((uscc) => [uscc, known.length === 0 ? [] : agencyTiesOf(uscc, known, day)]))
}

/** The same for one firm. */
export const loadAgencyTiesOf = async (tx: Tx, uscc: string, day: CalendarDay): Promise<readonly AgencyTie[]> =>
  (await loadAgencyTies(tx, [uscc], day)).get(uscc) ?? []

async function readRows(tx: Tx, usccs: readonly string[]): Promise<readonly TieRow[]> {
  return tx.$queryRaw<TieRow[]>`
    WITH RECURSIVE met AS (
      SELECT unnest(${[...usccs]}::text[]) AS "uscc"
      UNION SELECT a."partyUscc" FROM met JOIN "Subject" s ON s."uscc" = met."uscc" JOIN "Intermediary" i ON i."subjectId" = s."id"
        JOIN "Affiliation" a ON a."intermediaryId" = i."id" WHERE a."partyUscc" IS NOT NULL
    ), found AS (
      SELECT a."id" FROM met JOIN "Subject" s ON s."uscc" = met."uscc" JOIN "Intermediary" i ON i."subjectId" = s."id"
        JOIN "Affiliation" a ON a."intermediaryId" = i."id"
      UNION SELECT a."id" FROM met JOIN "Affiliation" a ON a."partyUscc" = met."uscc" WHERE a."agencyId" IS NOT NULL
    )
    SELECT s."uscc" AS "holderUscc", a."kind", a."partyName", a."partyUscc", a."fromOn", a."untilOn",
      o."nameZh" AS "agencyName", o."agencyKindZh" AS "agencyKind", (
        WITH RECURSIVE down AS (
          SELECT o."divisionCode" AS "code" WHERE o."id" IS NOT NULL
          UNION SELECT d."code" FROM "Division" d JOIN down ON d."parentCode" = down."code"
        ) SELECT array_agg("code" ORDER BY "code") FROM down) AS "agencyDivisions"
    FROM found JOIN "Affiliation" a ON a."id" = found."id" JOIN "Intermediary" i ON i."id" = a."intermediaryId"
      JOIN "Subject" s ON s."id" = i."subjectId" LEFT JOIN "Organisation" o ON o."id" = a."agencyId"
    ORDER BY a."id"`
}

const toAffiliation = ({ agencyName, agencyKind, agencyDivisions, fromOn, untilOn, ...row }: TieRow): Affiliation => ({
  ...row,
  fromOn: fromDbDay(fromOn),
  untilOn: fromDbDayOrNull(untilOn),
  agency: agencyName === null ? null : { name: agencyName, kind: agencyKind ?? '', divisionCodes: agencyDivisions ?? [] },
})
