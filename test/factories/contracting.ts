import { randomUUID } from 'node:crypto'
import { agreeContract } from '#services/engagements/agree-contract.ts'
import { proposeContract } from '#services/engagements/propose-contract.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'

/** Terms as a small contract has them. */
export const contractWords = { scope: '编制报告一式三份', liability: '逾期每日按合同价款的千分之一支付违约金' } as const

/** The intermediary's own context for one engagement, at the owner's instant. */
export async function providerOf(owner: UseCaseContext, number: string): Promise<UseCaseContext> {
  const { intermediary } = await owner.prisma.engagement.findUniqueOrThrow({ where: { number }, include: { intermediary: true } })
  const viewer = { ...owner.viewer, userId: randomUUID(), roles: ['INTERMEDIARY'] as const, subjectId: intermediary.subjectId }
  return { ...owner, viewer }
}

/** What a step in an engagement names, as it stands now. */
export async function engagementStep(context: UseCaseContext, number: string) {
  const { version } = await context.prisma.engagement.findUniqueOrThrow({ where: { number }, select: { version: true } })
  return { clientMutationId: randomUUID(), number, version }
}

/** A contract on the terms of the choice, proposed by the intermediary and agreed by the owner at the owner's instant. @returns the engagement's version */
export async function concludeContract(owner: UseCaseContext, number: string): Promise<number> {
  const { feeFen, promisedWorkingDays } = await owner.prisma.engagement.findUniqueOrThrow({ where: { number } })
  const provider = await providerOf(owner, number)
  await proposeContract(provider, { ...(await engagementStep(owner, number)), feeFen, promisedWorkingDays, ...contractWords })
  await agreeContract(owner, await engagementStep(owner, number))
  return (await engagementStep(owner, number)).version
}
