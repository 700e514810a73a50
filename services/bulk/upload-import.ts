import { createHash } from 'node:crypto'
import { z } from 'zod'
import { importKinds, importLimits } from '#domain/bulk/import-run.ts'
import { editionOptions } from '#domain/bulk/import-options.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { demandImport } from './demand-import.ts'

export const uploadImportInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  kind: z.enum(importKinds),
  fileName: z.string().max(400),
  content: z
    .instanceof(Uint8Array)
    .refine((content) => content.byteLength > 0, 'FILE_EMPTY')
    .refine((content) => content.byteLength <= importLimits.fileBytes, 'FILE_TOO_LARGE'),
  /** Of a catalogue: what publishes it. */
  edition: editionOptions.partial().nullish(),
})

/**
 * Takes a table for a dry run: nothing is written to the register before the run is applied. Answers with the run's id.
 * @throws ValidationError FILE_EMPTY, FILE_TOO_LARGE; of a catalogue without document and day REQUIRED, EFFECTIVE_DAY_PAST
 */
export async function uploadImport(context: UseCaseContext, input: z.input<typeof uploadImportInput>): Promise<string> {
  const { clientMutationId, kind, content, edition, ...parsed } = parseInput(uploadImportInput, input)
  const published = kind === 'CATALOGUE' ? parseInput(z.object({ edition: editionOptions }), { edition: edition ?? {} }).edition : null
  const options = published ?? {}
  const sha256 = createHash('sha256').update(content).digest('hex')
  const fileName = shownName(parsed.fileName)
  const asked = { kind, fileName, sha256, options }
  return runUseCase(context, { operation: 'uploadImport', clientMutationId, input: asked }, async (unit) => {
    const organisationId = kind === 'CASES' ? context.viewer.organisationId : null
    demandImport(context, { kind, organisationId })
    const today = shanghaiDayOf(unit.now)
    if (published && published.effectiveOn < today) {
      throw new ValidationError([{ path: 'edition.effectiveOn', code: 'EFFECTIVE_DAY_PAST', facts: { today } }])
    }
    const { id, number } = await unit.tx.importRun.create({
      data: {
        number: await nextNumber(unit, 'IMPORT_RUN'),
        ...{ kind, state: 'UPLOADED', fileName, sha256, organisationId },
        options: asJson(options) ?? {},
        sizeBytes: content.byteLength,
        content: new Uint8Array(content),
        createdById: context.viewer.userId ?? '',
        createdAt: unit.now,
      },
      select: { id: true, number: true },
    })
    await unit.audit({ action: 'bulk.uploadImport', entity: 'ImportRun', entityId: id, after: { number, ...asked } })
    await unit.tx.$executeRaw`SELECT graphile_worker.add_job('run-imports')`
    return id
  })
}

/** A name to be shown: without folders and control characters. */
const shownName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 120) || '—'
