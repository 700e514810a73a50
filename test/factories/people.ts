import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/access/role.ts'
import { systemViewer } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { usccCheckChar } from '#domain/kernel/uscc.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'

/** The context of a person with these roles, at this instant; without roles, of the worker. */
export function contextOf(
  platform: Platform,
  at: string,
  viewer: Partial<Viewer> & { readonly roles?: readonly Role[] } = {},
): UseCaseContext {
  const person: Viewer = {
    kind: 'USER',
    userId: randomUUID(),
    name: '测试人员',
    organisationId: null,
    subjectId: null,
    roles: [],
    ...viewer,
  }
  return { ...platform, clock: fixedClock(new Date(at)), viewer: viewer.roles ? person : systemViewer, requestId: 'test' }
}

let serial = 0

/** A valid code of a demo block that no register gave out, a new one at each call. */
export function freshUscc(): string {
  const body = `91410100MADEM${String(serial++).padStart(4, '0')}`
  return body + usccCheckChar(body)
}

/** A firm as a credit subject, without anything on record. */
export async function createFirm(platform: Platform, at = '2026-01-05T02:00:00Z'): Promise<{ id: string; uscc: string }> {
  const uscc = freshUscc()
  const { id } = await platform.prisma.subject.create({
    data: { kind: 'ORGANISATION', name: `虚构企业${serial}有限公司`, uscc, isFictitious: true, createdAt: new Date(at) },
  })
  return { id, uscc }
}
