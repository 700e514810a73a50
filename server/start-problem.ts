/**
 * A reason why the program can't start, told to the person at the terminal in one sentence that says what to do.
 * Start-up prints its message alone, without a stack.
 */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

/** The one sentence for an error of the operating system or of PostgreSQL, or null when we know none. */
export function sentenceFor(error: unknown, about: string): string | null {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOSPC') return `There is no disk space left for ${about}: free some and start again.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${about} can't be written by this user: check its owner and permissions.`
  return null
}
