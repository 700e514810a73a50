import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/access/role.ts'
import { createOrganisation } from '#services/access/create-organisation.ts'
import { createUser } from '#services/access/create-user.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import { contextOf } from './people.ts'

export interface Account {
  readonly userId: string
  readonly organisationId: string
  readonly email: string
  readonly password: string
}

/** An account that can sign in, with these roles in a new public body of this kind. */
export async function openAccount(
  platform: Platform,
  roles: readonly Role[],
  kind: 'AGENCY' | 'REGULATOR' | 'REFORM_OFFICE' | 'PLATFORM' = 'AGENCY',
): Promise<Account> {
  const administrator = contextOf(platform, new Date().toISOString(), { roles: ['ADMINISTRATOR'] })
  const organisationId = await createOrganisation(administrator, {
    clientMutationId: randomUUID(),
    kind,
    nameZh: '虚构机关',
    divisionCode: '410105',
  })
  const [email, password] = [`${randomUUID()}@example.test`, 'correct horse battery']
  const userId = await createUser(administrator, {
    clientMutationId: randomUUID(),
    name: '测试人员',
    email,
    password,
    membership: { organisationId, roles: [...roles] },
  })
  return { userId, organisationId, email, password }
}
