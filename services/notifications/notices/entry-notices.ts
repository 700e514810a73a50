import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { draftOf } from '../../intermediaries/lock-entry.ts'
import { bodiesHolding } from '../bodies-holding.ts'
import { telling } from '../notice.ts'
import type { Notice, NoticeRule } from '../notice.ts'

/** An entry application: told to its entrant, who has an account and no subject yet, and to the office that checks it. */
const told = async <Kind extends string>(
  tx: Tx,
  id: string,
  kinds: { readonly entrant?: Kind; readonly office?: Kind },
): Promise<readonly Notice<Kind>[]> => {
  const row = await tx.entryApplication.findUniqueOrThrow({ where: { id } })
  const facts = { number: row.number, checkDueOn: fromDbDayOrNull(row.checkDueOn), untilOn: fromDbDayOrNull(row.publicityUntilOn) }
  const offices = kinds.office ? await bodiesHolding(tx, 'REFORM_OFFICE', draftOf(row).identity?.divisionCode || null) : []
  return [
    ...(kinds.entrant ? [{ kind: kinds.entrant, recipients: [{ userId: row.applicantUserId }], facts }] : []),
    ...(kinds.office ? [{ kind: kinds.office, recipients: offices, facts }] : []),
  ]
}

const toEntrant = (kind: string): NoticeRule => telling([kind], (tx, id) => told(tx, id, { entrant: kind }))

export const entryNotices: Readonly<Record<string, NoticeRule>> = {
  'entries.submitted': telling(['entries.toCheck'], (tx, id) => told(tx, id, { office: 'entries.toCheck' })),
  'entries.returned': toEntrant('entries.returned'),
  'entries.refused': toEntrant('entries.refused'),
  'entries.published': toEntrant('entries.published'),
  'entries.objected': telling(['entries.objected', 'entries.objectionToAnswer'], (tx, id) =>
    told(tx, id, { entrant: 'entries.objected', office: 'entries.objectionToAnswer' }),
  ),
  'entries.recheck': telling(['entries.recheck', 'entries.toCheck'], (tx, id) =>
    told(tx, id, { entrant: 'entries.recheck', office: 'entries.toCheck' }),
  ),
  // Listed, the institution is a subject: whoever acts for it is told, the entrant among them.
  'entries.listed': telling(['entries.listed'], async (tx, id) => {
    const { intermediaryId, number } = await tx.entryApplication.findUniqueOrThrow({ where: { id } })
    const { subjectId } = await tx.intermediary.findUniqueOrThrow({ where: { id: intermediaryId ?? '' } })
    return [{ kind: 'entries.listed', recipients: [{ subjectId }], facts: { number } }]
  }),
}
