import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anonymous } from '#domain/access/viewer.ts'
import { schema } from '#graphql/schema.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { applyForRepair } from '#services/remedies/apply-for-repair.ts'
import { objectToData } from '#services/remedies/object-to-data.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { appealOf, createBodies, createListedFirm, partyAt, repairTexts, reviewerOf } from '#test/factories/remedies.ts'
import type { ListedFirm } from '#test/factories/remedies.ts'
import { createReviewed } from '#test/factories/reviewing.ts'
import { later, pdf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const june = '2026-06-02T01:00:00Z'
let test: TestPlatform
let of: ListedFirm
let reviewer: UseCaseContext
let numbers: Record<'appeal' | 'creditRepair' | 'dataObjection', string>

beforeAll(async () => {
  test = await openTestPlatform()
  const bodies = await createBodies(test.platform)
  of = await createListedFirm(test.platform, bodies, '2026-03-02T01:00:00Z', { violationCode: 'V-RPT-02', months: 12 })
  reviewer = reviewerOf(test.platform, bodies, june)
  const { prisma } = test.platform
  const party = partyAt(of, june)
  const wish = () => ({ clientMutationId: randomUUID(), files: [{ fileName: '材料.pdf', content: pdf(randomUUID()) }] })
  const { id: targetId } = await prisma.creditEvent.findFirstOrThrow({ where: { sourceId: of.caseId } })
  const appeal = await appealOf(of, '2026-03-03T01:00:00Z')
  const repair = await applyForRepair(party, { ...wish(), entryNumber: of.entryNumber, ...repairTexts })
  const said = { target: 'CREDIT_EVENT', targetId, field: 'description', proposed: '更正', statement: '记载有误。' } as const
  const objection = await objectToData(party, { ...wish(), ...said })
  numbers = {
    appeal: (await prisma.appeal.findUniqueOrThrow({ where: { id: appeal } })).number,
    creditRepair: (await prisma.creditRepair.findUniqueOrThrow({ where: { id: repair } })).number,
    dataObjection: (await prisma.dataObjection.findUniqueOrThrow({ where: { id: objection } })).number,
  }
})
afterAll(() => test.close())

interface Shown {
  readonly number: string
  readonly party: { readonly code: string }
  readonly files: readonly { readonly fileName: string }[]
  readonly course: readonly { readonly kind: string; readonly actor: string | null }[]
  readonly nextSteps: readonly { readonly step: string }[]
}
const frame = `fragment Frame on Remedy {
  number answerDueOn decidedAt party { name code } files { fileName } course { kind actor } nextSteps { step obstacle }
}`

async function ask<T>(contextValue: UseCaseContext, source: string, variableValues: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await execute({ schema, document: parse(source), contextValue, variableValues })
  expect(errors).toBeUndefined()
  return data as T
}

async function remedyFor(who: UseCaseContext, kind: keyof typeof numbers): Promise<Shown> {
  const query = `query ($number: String!) { remedy: ${kind}(number: $number) { ...Frame } } ${frame}`
  return (await ask<{ readonly remedy: Shown }>(who, query, { number: numbers[kind] })).remedy
}

it.each([
  ['appeal', 'APPEAL_FILED', 0, 'WITHDRAW'],
  ['creditRepair', 'REPAIR_FILED', 1, 'WITHDRAW'],
  ['dataObjection', 'DATA_OBJECTED', 1, null],
] as const)('%s: its own course and files, under what all remedies share', async (kind, firstStep, files, step) => {
  const own = await remedyFor(partyAt(of, june), kind)
  expect(own).toMatchObject({ number: numbers[kind], party: { code: of.firm.uscc } })
  expect(own.course.map((one) => one.kind)).toEqual([firstStep])
  expect(own.course.every(({ actor }) => actor === null)).toBe(true)
  expect(own.files).toHaveLength(files)
  if (step) expect(own.nextSteps.map((one) => one.step)).toContain(step)
})

it('an official who acts for the party reads the own remedy as the party does', async () => {
  const tied = { ...later(reviewer, june), viewer: { ...reviewer.viewer, subjectId: of.firm.subjectId } }
  for (const kind of ['appeal', 'creditRepair', 'dataObjection'] as const) {
    expect((await remedyFor(reviewer, kind)).course.some(({ actor }) => actor !== null)).toBe(true)
    expect((await remedyFor(tied, kind)).course.every(({ actor }) => actor === null)).toBe(true)
  }
})

it('every record about a party is offered to it, and can be objected to; nothing of others', async () => {
  const { prisma } = test.platform
  const { intermediaryId, subjectId } = of.firm
  await createReviewed(test.platform, of.firm, new Date('2026-05-04T02:00:00Z'), [{ rater: 'OWNER', mark: 2, at: new Date(june) }])
  const review = await prisma.serviceReview.findFirstOrThrow({ where: { engagement: { intermediaryId } } })
  type Own = { readonly ownRecords: readonly { readonly target: string; readonly targetId: string; readonly title: string }[] }
  const query = '{ ownRecords { target targetId title } }'
  const { ownRecords } = await ask<Own>(partyAt(of, june), query)
  expect(ownRecords.map(({ target, targetId }) => [target, targetId])).toEqual([
    ['SUBJECT_FIELD', subjectId],
    ['REGISTER_FIELD', intermediaryId],
    ['REVIEW', review.id],
  ])
  const form = 'query ($target: DataTarget!, $targetId: String!) { contestableRecord(target: $target, targetId: $targetId) { title } }'
  const another = await createIntermediary(test.platform)
  const stranger = contextOf(test.platform, june, { roles: ['INTERMEDIARY'], subjectId: another.subjectId })
  for (const { target, targetId } of ownRecords) {
    expect(await ask(partyAt(of, june), form, { target, targetId })).toMatchObject({ contestableRecord: { title: expect.any(String) } })
    expect(await ask(stranger, form, { target, targetId })).toEqual({ contestableRecord: null })
  }
})

it('an entry knows its own party, and nobody else for it', async () => {
  const query = 'query ($number: String!) { listEntry(number: $number) { isOwn } }'
  const isOwnFor = (who: UseCaseContext) => ask(who, query, { number: of.entryNumber })
  expect(await isOwnFor(partyAt(of, june))).toEqual({ listEntry: { isOwn: true } })
  for (const who of [reviewer, { ...reviewer, viewer: anonymous }]) expect(await isOwnFor(who)).toEqual({ listEntry: { isOwn: false } })
})
