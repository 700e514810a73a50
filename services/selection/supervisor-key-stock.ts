import type { Prisma } from '#prisma/generated/client.ts'

/** Keys of a body that a new announcement can take: one key serves one selection. */
export const freeSupervisorKeys = (organisationId: string): Prisma.SupervisorKeyWhereInput => ({
  organisationId,
  withdrawnAt: null,
  releasedAt: null,
  sealing: null,
})

/** With fewer free keys than this the body is told to deposit more (ours). */
export const LOW_STOCK = 5

/** Most free keys of one body (ours): stock for some months, small enough to look over. */
export const MAX_STOCK = 200
