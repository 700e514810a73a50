import type { ImportKind, ImportState } from '#domain/bulk/import-run.ts'
import { moveImport } from '#domain/bulk/import-run.ts'
import { couldEver } from '#domain/access/can.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { demandImport } from './demand-import.ts'

interface Run {
  readonly id: string
  readonly version: number
  readonly state: ImportState
  readonly kind: ImportKind
  readonly organisationId: string | null
}

/**
 * The run, the caller's until commit, if it is the caller's to run and may go there from where it stands.
 * @throws ForbiddenError, NotFoundError, ConcurrentChangeError, RefusedError STEP_FORBIDDEN
 */
export async function lockImport({ tx, viewer }: UnitOfWork, number: string, version: number, to: ImportState): Promise<string> {
  if (!couldEver(viewer, 'import.run')) throw new ForbiddenError('import.run', viewer.kind === 'ANONYMOUS')
  const [run] = await tx.$queryRaw<Run[]>`
    SELECT "id", "version", "state", "kind", "organisationId" FROM "ImportRun" WHERE "number" = ${number} FOR UPDATE`
  if (!run) throw new NotFoundError('ImportRun')
  demandImport({ viewer }, run)
  if (run.version !== version) throw new ConcurrentChangeError('ImportRun')
  unwrap(moveImport(run.state, to))
  return run.id
}
