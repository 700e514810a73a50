import type { Viewer } from '#domain/access/viewer.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

/**
 * Somebody has to answer for what is filed and accepted: refuses a key for which no officer of its agency does, or whose officer left.
 * @throws RefusedError KEY_WITHOUT_OFFICER
 */
export function requireAnswerable({ kind, userId }: Viewer): void {
  if (kind === 'API_KEY' && userId === null) throw new RefusedError({ code: 'KEY_WITHOUT_OFFICER' })
}
