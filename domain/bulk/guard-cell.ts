/**
 * A cell of a CSV file that a spreadsheet would run as a formula gets an apostrophe in front, as spreadsheets themselves mark text
 * (OWASP "CSV injection"): it begins with = + - @, also in full width, or with a tab or line break before them. `readCell` takes it off.
 */
export function guardCell(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text
}

/** One record of a CSV file (RFC 4180), with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const guarded = guardCell(text)
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
