import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runUseCase } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { RefusedError } from '#services/kernel/use-case-error.ts'
import { contextOf } from '../../factories/people.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

let db: TestPlatform
let context: UseCaseContext
beforeAll(async () => {
  db = await openTestPlatform()
  context = contextOf(db.platform, '2026-03-02T00:00:00Z', { roles: ['APPLICANT'] })
})
afterAll(() => db.close())

const commandOf = (clientMutationId: string, input: unknown = { wish: 1 }, operation = 'probe') => ({ operation, clientMutationId, input })

/** A use case that leaves a trace each time its work is really done. */
function probe(by: UseCaseContext, command: ReturnType<typeof commandOf>, patienceMs = 0): Promise<string> {
  return runUseCase(by, command, async (unit) => {
    const id = randomUUID()
    await unit.audit({ action: 'probe', entity: 'Probe', entityId: command.clientMutationId })
    await unit.outbox('probe', 'Probe', id)
    await new Promise((done) => setTimeout(done, patienceMs))
    return id
  })
}
const traces = (clientMutationId: string) => db.platform.prisma.auditEvent.count({ where: { entity: 'Probe', entityId: clientMutationId } })

test('eight twins at once: one does it, all get its answer', async () => {
  const command = commandOf(randomUUID())
  const answers = await Promise.all(Array.from({ length: 8 }, () => probe(context, command, 50)))
  expect(new Set(answers).size).toBe(1)
  expect(await traces(command.clientMutationId)).toBe(1)
  expect(await probe(context, command), 'a retry later').toBe(answers[0])
})

test('the same id for another wish or another operation is refused', async () => {
  const id = randomUUID()
  await probe(context, commandOf(id))
  for (const other of [commandOf(id, { wish: 2 }), commandOf(id, { wish: 1 }, 'other')]) {
    await expect(probe(context, other)).rejects.toMatchObject({ code: 'CLIENT_MUTATION_ID_REUSED' })
  }
})

test('another person may use the same id', async () => {
  const id = randomUUID()
  const other = contextOf(db.platform, '2026-03-02T00:00:00Z', { roles: ['APPLICANT'] })
  expect(await probe(context, commandOf(id))).not.toBe(await probe(other, commandOf(id)))
  expect(await traces(id)).toBe(2)
})

test('a refusal leaves nothing behind, and the same wish may be tried again', async () => {
  const command = commandOf(randomUUID())
  const refused = runUseCase(context, command, async (unit) => {
    await unit.audit({ action: 'probe', entity: 'Probe', entityId: command.clientMutationId })
    throw new RefusedError({ code: 'NOT_TODAY' })
  })
  await expect(refused).rejects.toMatchObject({ code: 'NOT_TODAY' })
  expect(await traces(command.clientMutationId)).toBe(0)
  await probe(context, command)
  expect(await traces(command.clientMutationId)).toBe(1)
})

test('when the first twin fails, the waiting one does it', async () => {
  const command = commandOf(randomUUID())
  const failing = runUseCase(context, command, async () => {
    await new Promise((done) => setTimeout(done, 150))
    throw new RefusedError({ code: 'NOT_TODAY' })
  })
  await new Promise((done) => setTimeout(done, 50))
  const [first, second] = await Promise.allSettled([failing, probe(context, command)])
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
  expect(await traces(command.clientMutationId)).toBe(1)
})
