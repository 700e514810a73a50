import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ListEntryMark } from '#domain/listings/list-entry.ts'
import type { ListKind, Severity } from '#domain/listings/list-kind.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { publishedEntries, visibleEntries } from './visible-entries.ts'

/** What a reader of the lists asks for; what is left out doesn't matter. */
export interface EntryFilter {
  readonly list?: ListKind | null
  /** Part of the name, or of the code. */
  readonly text?: string | null
  readonly severity?: Severity | null
  /** The party's, with all divisions below it. */
  readonly divisionCode?: string | null
  /** A service item that the party offers. */
  readonly serviceItemCode?: string | null
  /** First and last day of the decision. */
  readonly decidedFromOn?: CalendarDay | null
  readonly decidedUntilOn?: CalendarDay | null
  /** Left out: what is public today, under appeal or not. Ended ones are there for officials only. */
  readonly mark?: ListEntryMark | null
}

/** The entries that fit, out of those this viewer may know of. */
export function entriesWhere(filter: EntryFilter, viewer: Viewer, today: CalendarDay): Prisma.ListEntryWhereInput {
  const { list, severity, decidedFromOn, decidedUntilOn, mark } = filter
  return {
    AND: [
      list ? { list } : {},
      severity ? { severity } : {},
      markWhere(mark ?? null, viewer, today, list ?? null),
      // An entry takes effect on the day of its decision; that column has the index.
      decidedFromOn ? { fromOn: { gte: toDbDay(decidedFromOn) } } : {},
      decidedUntilOn ? { fromOn: { lte: toDbDay(decidedUntilOn) } } : {},
      ...subjectWhere(filter),
    ],
  }
}

const isOpen: Prisma.AppealWhereInput = { state: { in: ['FILED', 'UNDER_REVIEW'] } }

/** Against praise there is no appeal; on the other lists every entry comes from a case, which is asked as such: a negation reads them all. */
function notUnderAppeal(list: ListKind | null): Prisma.ListEntryWhereInput {
  const unappealed: Prisma.ListEntryWhereInput = { case: { appeals: { none: isOpen } } }
  if (list === 'RED_LIST') return {}
  return list === null ? { OR: [{ caseId: null }, unappealed] } : unappealed
}

function markWhere(mark: ListEntryMark | null, viewer: Viewer, today: CalendarDay, list: ListKind | null): Prisma.ListEntryWhereInput {
  const published = publishedEntries(today, list)
  const day = toDbDay(today)
  switch (mark) {
    case null:
      return published
    case 'PUBLISHED':
      return { AND: [published, notUnderAppeal(list)] }
    case 'UNDER_APPEAL':
      return { AND: [published, { case: { appeals: { some: isOpen } } }] }
    case 'PENDING':
      return { AND: [visibleEntries(viewer, today), { status: 'ACTIVE', fromOn: { gt: day } }] }
    case 'EXPIRED':
      return { AND: [visibleEntries(viewer, today), { status: 'ACTIVE', untilOn: { lt: day } }] }
    default:
      return { AND: [visibleEntries(viewer, today), { status: mark }] }
  }
}

/** Each of them asks about the party. */
function subjectWhere({ text, divisionCode, serviceItemCode }: EntryFilter): Prisma.ListEntryWhereInput[] {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const offers = { offerings: { some: { serviceItemCode: serviceItemCode ?? '', isWithdrawn: false } } }
  return [
    ...(wanted === '' ? [] : [{ subject: namedLike(wanted) }]),
    ...(divisionCode
      ? [
          {
            subject: { division: { OR: [{ code: divisionCode }, { parentCode: divisionCode }, { parent: { parentCode: divisionCode } }] } },
          },
        ]
      : []),
    ...(serviceItemCode ? [{ subject: { intermediary: offers } }] : []),
  ]
}

/** A whole code is looked up as such. Chinese has no capitals, and to disregard them costs several times the comparison. */
function namedLike(wanted: string): Prisma.SubjectWhereInput {
  const upper = wanted.toUpperCase()
  if (/^[0-9A-Z]{18}$/.test(upper)) return { uscc: upper }
  const name = { contains: wanted, ...(upper === wanted.toLowerCase() ? {} : { mode: 'insensitive' as const }) }
  return /^[0-9A-Z]+$/.test(upper) ? { OR: [{ name }, { uscc: { contains: upper } }] } : { name }
}
