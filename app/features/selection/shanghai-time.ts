/** 'YYYY-MM-DDTHH:mm' of a datetime-local field, which is Beijing time whatever the reader's own zone is, as an ISO instant. */
export const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString()

/** The other way round, for the field's first value. */
export const localOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)

/** What such a field sends; browsers add seconds where they were given. */
export const localPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
