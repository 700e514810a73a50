// Calendar days are plain strings here: prisma knows no domain word.

/** A calendar day as Prisma wants a `date` column: midnight UTC of that day, without any time zone's meaning. */
export function toDbDay(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}

/** The calendar day a `date` column holds. */
export function fromDbDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The same for a column that may be empty. */
export const fromDbDayOrNull = (date: Date | null): string | null => date && fromDbDay(date)
