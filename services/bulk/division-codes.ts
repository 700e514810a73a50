import type { Tx } from '#prisma/client.ts'

/** Finds a division by its code or its Chinese name, as tables name them either way; undefined for none. */
export async function loadDivisionCodes(tx: Tx): Promise<(codeOrName: string) => string | undefined> {
  const rows = await tx.division.findMany({ select: { code: true, nameZh: true } })
  const known = new Map<string, string>()
  // A name that two divisions share means neither.
  for (const { code, nameZh } of rows) known.set(nameZh, known.has(nameZh) ? '' : code)
  for (const { code } of rows) known.set(code, code)
  return (codeOrName) => known.get(codeOrName.trim()) || undefined
}
