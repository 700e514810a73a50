import { randomUUID } from 'node:crypto'
import type { CatalogueChangeStep } from '#domain/catalogue/catalogue-change.ts'
import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { applyForChange } from '#services/catalogue/apply-for-change.ts'
import type { applyForChangeInput } from '#services/catalogue/apply-for-change.ts'
import { newestVersion } from '#services/catalogue/newest-version.ts'
import { takeCatalogueStep } from '#services/catalogue/take-catalogue-step.ts'
import type { takeCatalogueStepInput } from '#services/catalogue/take-catalogue-step.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import type { z } from 'zod'
import { contextOf } from './people.ts'

/** The bodies of an adjustment, each with people of its own. */
export interface AdjustingBodies {
  readonly agency: string
  readonly district: string
  readonly city: string
}

/** An agency of 金水区, its reform office and the city's. */
export async function createAdjustingBodies({ prisma }: Platform): Promise<AdjustingBodies> {
  const create = async (kind: 'AGENCY' | 'REFORM_OFFICE', nameZh: string, divisionCode: string) =>
    (await prisma.organisation.create({ data: { kind, nameZh, divisionCode, createdAt: new Date('2026-01-05T02:00:00Z') } })).id
  return {
    agency: await create('AGENCY', '虚构区直部门', '410105'),
    district: await create('REFORM_OFFICE', '虚构区改革办', '410105'),
    city: await create('REFORM_OFFICE', '虚构市改革办', '410100'),
  }
}

/** Who takes part, each a person of their own, at an instant. */
export const adjusters = (platform: Platform, { agency, district, city }: AdjustingBodies, at: string) => {
  const official = (organisationId: string) => contextOf(platform, at, { roles: ['REFORM_OFFICE'], organisationId })
  return {
    manager: contextOf(platform, at, { roles: ['AGENCY_MANAGER'], organisationId: agency }),
    referrer: official(district),
    examiner: official(district),
    publisher: official(district),
    cityExaminer: official(city),
    cityFiler: official(city),
  }
}
export type Adjusters = ReturnType<typeof adjusters>

/** The entry as it reads now, to be changed for a proposal. */
export async function contentNow({ prisma }: Platform, code: string): Promise<ItemContent> {
  const newest = await newestVersion(prisma, code)
  return itemContentSchema.parse(newest?.content)
}

export type ApplicationInput = z.input<typeof applyForChangeInput>

/** An application for an item of the reference catalogue; the adjustment's id. */
export async function apply(manager: UseCaseContext, changes: Partial<ApplicationInput> & Pick<ApplicationInput, 'kind' | 'itemCode'>) {
  const id = await applyForChange(manager, {
    clientMutationId: randomUUID(),
    route: 'CHANGE_OF_LAW',
    reasons: '上位法修改。',
    legalBasis: '《虚构法》修改决定',
    onDay: shanghaiDayOf(manager.clock.now()),
    documentNo: '虚政〔2026〕1号',
    ...changes,
  })
  return manager.prisma.catalogueChange.findUniqueOrThrow({ where: { id } })
}

type StepInput = z.input<typeof takeCatalogueStepInput>

/** One step of the adjustment as it stands now, on the day of the actor's clock. */
export async function step(
  actor: UseCaseContext,
  number: string,
  kind: Exclude<CatalogueChangeStep, 'APPLICATION'>,
  more: Partial<StepInput> = {},
) {
  const { version } = await actor.prisma.catalogueChange.findUniqueOrThrow({ where: { number } })
  const id = await takeCatalogueStep(actor, {
    clientMutationId: randomUUID(),
    ...{ number, version, step: kind, opinion: '同意。', documentNo: '虚政改〔2026〕7号' },
    onDay: shanghaiDayOf(actor.clock.now()),
    ...more,
  })
  return actor.prisma.catalogueChange.findUniqueOrThrow({ where: { id } })
}

/** Everything up to the deliberation, on either route. */
export async function deliberate(people: Adjusters, number: string, route: 'ORGANISATIONAL' | 'CHANGE_OF_LAW' = 'CHANGE_OF_LAW') {
  await step(people.referrer, number, 'REFERRAL')
  await step(route === 'CHANGE_OF_LAW' ? people.cityExaminer : people.examiner, number, 'EXAMINATION')
  return step(people.referrer, number, 'DELIBERATION')
}

/** An adjustment from application to publication on the route of law; in force on `effectiveOn`. */
export async function publishChange(
  people: Adjusters,
  proposal: Partial<ApplicationInput> & Pick<ApplicationInput, 'kind' | 'itemCode'>,
  effectiveOn: string,
) {
  const { number } = await apply(people.manager, proposal)
  await deliberate(people, number)
  return step(people.publisher, number, 'PUBLICATION', { effectiveOn })
}
