import type { ActionFunctionArgs } from '@remix-run/node'
import type { ImportKind } from '#domain/bulk/import-run.ts'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'
import { AbandonImportDocument, ApplyImportDocument, UploadImportDocument } from './documents.server.ts'

interface SentTable {
  readonly kind: ImportKind
  readonly content: File
  readonly titleZh?: string | undefined
  readonly titleEn?: string | undefined
  readonly documentNo?: string | undefined
  readonly effectiveOn?: string | undefined
}

/** Hands a table in; answers with the run's number. */
export async function sendTable(
  args: ActionFunctionArgs,
  clientMutationId: string,
  { kind, content, titleZh, titleEn, documentNo, effectiveOn }: SentTable,
): Promise<UserError | { readonly number: string }> {
  // What is no day is said to be missing, beside its field.
  const day = effectiveOn && isCalendarDay(effectiveOn) ? effectiveOn : null
  const edition = kind === 'CATALOGUE' ? { titleZh, titleEn, documentNo, effectiveOn: day } : null
  const bytes = new Uint8Array(await content.arrayBuffer())
  const input = { clientMutationId, kind, fileName: content.name, content: bytes, edition }
  const { result } = await runOperation(args, UploadImportDocument, { input })
  if ('code' in result) return withFieldNames(result)
  return { number: result.taken.run.number }
}

/** The fields of the edition stand in the form by their own names. */
function withFieldNames(error: UserError): UserError {
  if (!error.fields) return error
  return { ...error, fields: error.fields.map((field) => ({ ...field, path: field.path.replace(/^edition\./, '') })) }
}

/** "Import now" or "abandon"; null when it was done. */
export async function stepImport(
  args: ActionFunctionArgs,
  step: 'apply' | 'abandon',
  input: { readonly clientMutationId: string; readonly number: string; readonly version: number },
): Promise<UserError | null> {
  const { result } =
    step === 'apply' ? await runOperation(args, ApplyImportDocument, { input }) : await runOperation(args, AbandonImportDocument, { input })
  return 'code' in result ? result : null
}
