import { importKinds } from '#domain/bulk/import-run.ts'
import type { ImportKind } from '#domain/bulk/import-run.ts'

/** The kind that an address names. @throws a 404 Response */
export function kindOf(name: string | undefined): ImportKind {
  const kind = importKinds.find((one) => one === name)
  if (!kind) throw new Response(null, { status: 404 })
  return kind
}
