import type { ImportState } from '#domain/bulk/import-run.ts'
import { moveImport } from '#domain/bulk/import-run.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ConcurrentChangeError, NotFoundError } from '../kernel/use-case-error.ts'

/** The run, the caller's until commit, if it may go there from where it stands. @throws NotFoundError, ConcurrentChangeError, RefusedError */
export async function lockImport({ tx }: UnitOfWork, number: string, version: number, to: ImportState): Promise<string> {
  const [run] = await tx.$queryRaw<{ id: string; version: number; state: ImportState }[]>`
    SELECT "id", "version", "state" FROM "ImportRun" WHERE "number" = ${number} FOR UPDATE`
  if (!run) throw new NotFoundError('ImportRun')
  if (run.version !== version) throw new ConcurrentChangeError('ImportRun')
  unwrap(moveImport(run.state, to))
  return run.id
}
