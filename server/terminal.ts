/** Does one part of the start, and tells its name, notes and duration at the terminal. */
export type Step = <T>(label: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>

/** The terminal of start.mjs, which also measures what comes before the program is loaded. */
export interface Terminal {
  readonly step: Step
  readonly say: (text: string) => void
  /** Takes what ends everything begun so far: Ctrl-C may come in the middle of the start. */
  readonly onBegin: (stop: () => Promise<void>) => void
  /** Seconds since the command was given. */
  readonly elapsed: () => number
}

/** Rows under a heading, aligned by width on screen: a Chinese character takes two columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => screenWidth(row[column] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - screenWidth(cell)))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

function screenWidth(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1),
    0,
  )
}
