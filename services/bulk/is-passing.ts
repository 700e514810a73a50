import { Prisma } from '#prisma/generated/client.ts'

/** SQLSTATE classes and codes after which the same may well succeed: connections 08, conflicts 40, locks 55P03, an operator's stop 57P. */
const passingStates = /^(08|40|55P03|57P)/
/** Prisma's own: no connection, connection closed, conflict, transaction gone. */
const passingCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])

/** Whether an error comes from the surroundings and not from the work. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return hasPassingState(error)
  if (passingCodes.has(error.code)) return true
  const cause = (error.meta?.['driverAdapterError'] as { cause?: { originalCode?: unknown } } | undefined)?.cause
  return [error.meta?.['code'], cause?.originalCode].some((code) => typeof code === 'string' && passingStates.test(code))
}

/** An error of the driver itself. */
function hasPassingState(error: unknown): boolean {
  const { code } = typeof error === 'object' && error !== null && 'code' in error ? error : { code: undefined }
  return typeof code === 'string' && (passingStates.test(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET')
}
