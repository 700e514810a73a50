import { putCatalogueInForce as putInForce } from '#services/catalogue/put-in-force.ts'
import type { Job } from './worker.ts'

/** Brings the catalogue's rows up to the versions whose day has come, once (rulebook R2). */
export const putCatalogueInForce: Job = async (context, log) => {
  const { putInForce: count } = await putInForce(context)
  if (count > 0) log.info({ versions: count }, 'catalogue put in force')
}
