import { randomUUID } from 'node:crypto'
import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { fileComplaint } from '#services/complaints/file-complaint.ts'
import type { FiledComplaint } from '#services/complaints/file-complaint.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from './people.ts'
import { openAccount } from './accounts.ts'

/** Whoever is on the public pages. */
export const visitorOf = (platform: Platform, at: string, clientAddress?: string): UseCaseContext => ({
  ...contextOf(platform, at),
  viewer: anonymous,
  ...(clientAddress === undefined ? {} : { clientAddress }),
})

/** An office with one officer who handles complaints. */
export interface HandlingOffice {
  readonly organisationId: string
  readonly userId: string
  /** The officer at that instant. */
  at(instant: string, changes?: Partial<Viewer>): UseCaseContext
}

export async function createOffice(platform: Platform, kind: 'REGULATOR' | 'REFORM_OFFICE'): Promise<HandlingOffice> {
  const role = kind === 'REGULATOR' ? 'INVESTIGATOR' : 'REFORM_OFFICE'
  const { userId, organisationId } = await openAccount(platform, [role], kind)
  await platform.prisma.organisation.update({ where: { id: organisationId }, data: { divisionCode: '410100' } })
  return {
    userId,
    organisationId,
    at: (instant, changes = {}) => contextOf(platform, instant, { roles: [role], userId, organisationId, ...changes }),
  }
}

type Wish = Omit<Parameters<typeof fileComplaint>[1], 'clientMutationId'>

/** A signed complaint about an institution, with words that nobody else uses, to look for afterwards. */
export const signedComplaint = (uscc: string, more: Partial<Wish> = {}): Wish => ({
  kind: 'COMPLAINT',
  uscc,
  about: '虚构检测有限公司',
  statement: '三月二日在服务大厅另收加急费五百元，有收据为证，暗号青花椒。',
  occurredOn: '2026-02-27',
  name: '欧阳举报',
  contact: '13900001234',
  ...more,
})

export const file = (context: UseCaseContext, wish: Wish): Promise<FiledComplaint> =>
  fileComplaint(context, { clientMutationId: randomUUID(), ...wish })

/** The step's input for a complaint as it stands now. */
export async function complaintStep({ prisma }: UseCaseContext, id: string) {
  const { number, version } = await prisma.complaint.findUniqueOrThrow({ where: { id }, select: { number: true, version: true } })
  return { clientMutationId: randomUUID(), number, version }
}
