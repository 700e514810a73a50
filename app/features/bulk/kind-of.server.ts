import { importKinds, registerKinds } from '#domain/bulk/import-run.ts'
import type { ImportKind, RegisterKind } from '#domain/bulk/import-run.ts'

/** The kind that an address names. @throws a 404 Response */
export const kindOf = (name: string | undefined): ImportKind => found(importKinds, name)

/** The same of what anyone may download; cases are not among it. @throws a 404 Response */
export const registerKindOf = (name: string | undefined): RegisterKind => found(registerKinds, name)

function found<Kind extends string>(kinds: readonly Kind[], name: string | undefined): Kind {
  const kind = kinds.find((one) => one === name)
  if (!kind) throw new Response(null, { status: 404 })
  return kind
}
