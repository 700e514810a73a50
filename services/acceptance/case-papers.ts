import type { NonAcceptanceGround } from '#domain/acceptance/non-acceptance.ts'
import type { PrismaClient } from '#prisma/client.ts'

/** A material as the correction notice listed it. */
export interface NoticedMaterial {
  readonly seq: number
  readonly nameZh: string
  readonly nameEn: string
  readonly presence: 'MISSING' | 'FLAWED'
  readonly note: string | null
}

async function factsOf<T>({ procedureEvent }: PrismaClient, entityId: string, kind: string): Promise<T | null> {
  const step = await procedureEvent.findFirst({ where: { procedure: 'APPROVAL_CASE', entityId, kind }, orderBy: { id: 'desc' } })
  return step && (step.facts as T)
}

/** What the correction notice of a case listed, as it went out; what was recorded later changes nothing of it. Empty where none did. */
export async function noticedMaterials(prisma: PrismaClient, caseId: string): Promise<readonly NoticedMaterial[]> {
  const facts = await factsOf<{ readonly materials: readonly NoticedMaterial[] }>(prisma, caseId, 'CORRECTION_REQUESTED')
  return facts?.materials ?? []
}

/** On which ground a case was not accepted; null for any other. */
export async function nonAcceptanceGround(prisma: PrismaClient, caseId: string): Promise<NonAcceptanceGround | null> {
  const facts = await factsOf<{ readonly ground?: NonAcceptanceGround }>(prisma, caseId, 'CASE_NOT_ACCEPTED')
  return facts?.ground ?? null
}
