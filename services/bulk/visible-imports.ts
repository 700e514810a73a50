import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The imports a viewer may look at: all of them, or none. */
export const visibleImports = (viewer: Viewer): Prisma.ImportRunWhereInput => (can(viewer, 'import.view') ? {} : { id: { in: [] } })
