import type { Criterion } from '#domain/selection/criteria.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { announceSelection } from '#services/selection/announce-selection.ts'
import { answerClarification } from '#services/selection/answer-clarification.ts'
import { askClarification } from '#services/selection/ask-clarification.ts'
import { cancelSelection } from '#services/selection/cancel-selection.ts'
import { draftSelection } from '#services/selection/draft-selection.ts'
import { enterLotteryNumbers } from '#services/selection/enter-lottery-numbers.ts'
import { objectToResult } from '#services/selection/object-to-result.ts'
import { reAnnounce } from '#services/selection/re-announce.ts'
import { signUp } from '#services/selection/sign-up.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { concludeDemoContract } from './contracts.ts'
import type { SelectionPlan } from './selection-plans.ts'
import { handInDemoQuote, releaseDemoShare } from './supervision-keys.ts'

/** One thing somebody does in a selection, at its time. A step that was taken before a load broke off is not taken again. */
export interface SelectionAct {
  readonly at: Date
  readonly play: (stage: Stage) => Promise<void>
}

type Acts = (plan: SelectionPlan) => readonly SelectionAct[]

const criteria: readonly Criterion[] = [
  { key: 'credit', title: '信用', kind: 'CREDIT', weight: 30 },
  { key: 'plan', title: '服务方案', kind: 'SCORED', weight: 40 },
  { key: 'quote', title: '报价', kind: 'QUOTE', weight: 30 },
]

/** Everything that happens in the selection, as its plan says. */
export const actsOf: Acts = (plan) => [drafting, announcing, bidding, asking, opening, ending].flatMap((part) => part(plan))

const idOf = (key: string, step: string) => ({ clientMutationId: `demo selection ${key} ${step}` })
const rowOf = async (stage: Stage, plan: SelectionPlan): Promise<Selection> =>
  stage.platform.prisma.selection.findUniqueOrThrow({ where: { id: await draft(stage, plan) } })

/** Drafts the selection, or answers with the draft that was made before. */
async function draft(stage: Stage, plan: SelectionPlan): Promise<string> {
  const { key, owner, mode, fundSource, project: projectName, requirements, draftedOn } = plan
  return draftSelection(await stage.as(owner, instant(draftedOn, 15)), {
    ...idOf(key, 'draft'),
    ...{ projectName, mode, fundSource, requirements, serviceItemCode: 'ZJ-EIA-001', divisionCode: '410100' },
    criteria: mode === 'COMPARATIVE' ? [...criteria] : [],
  })
}

const drafting: Acts = (plan) => [
  {
    at: instant(plan.draftedOn, 15),
    play: async (stage) => {
      await draft(stage, plan)
    },
  },
]

const announcing: Acts = (plan) => {
  const { key, owner, announcedOn, closesOn, opensOn } = plan
  if (announcedOn === undefined || closesOn === undefined) return []
  const at = instant(announcedOn, 9)
  const times = { signUpClosesAt: instant(closesOn, 17), opensAt: opensOn === undefined ? null : instant(opensOn, 10) }
  const play = async (stage: Stage) => {
    const { number, version, state } = await rowOf(stage, plan)
    if (state === 'DRAFT') await announceSelection(await stage.as(owner, at), { ...idOf(key, 'announce'), number, version, ...times })
  }
  // Nobody acts at the line, but the sweep has to come by: a pool frozen days late serves no draw.
  return [{ at, play }, sweepOnly(instant(closesOn, 17, 2))]
}

/** A time at which nothing but the sweep happens. */
const sweepOnly = (at: Date): SelectionAct => ({ at, play: () => Promise.resolve() })

/** Each bidder on the first afternoon, a quarter of an hour after the other. */
const bidding: Acts = (plan) => {
  const { key, announcedOn, closesOn, mode, bidders = [], feesFen = [] } = plan
  if (announcedOn === undefined || closesOn === undefined) return []
  return bidders.map((bidder, index) => {
    const at = instant(announcedOn, 14, 15 * index)
    const play = async (stage: Stage) => {
      const { number } = await rowOf(stage, plan)
      const signUpId = await signUpAs(stage, bidder, { at, key, number })
      const feeFen = feesFen[index]
      if (!hasQuotes(mode) || feeFen === undefined) return
      if ((await stage.platform.prisma.sealedQuote.count({ where: { signUpId } })) > 0) return
      const quote = {
        selection: number,
        feeFen,
        workingDays: 12 + index,
        plan: '现场踏勘、资料收集、现状监测、编制与内审、专家评审后修改定稿。',
      }
      await handInDemoQuote(stage, bidder, quote, at)
    }
    return { at, play }
  })
}

async function signUpAs(
  stage: Stage,
  bidder: DemoAccountKey,
  { at, key, number }: { readonly at: Date; readonly key: string; readonly number: string },
): Promise<string> {
  const staff = await stage.as(bidder, at)
  const team = await stage.platform.prisma.practitioner.findMany({
    where: { intermediary: { subjectId: staff.viewer.subjectId ?? '' } },
    orderBy: { id: 'asc' },
    take: 2,
  })
  const plan = '由项目负责人牵头，按踏勘、监测、编制、内审四个节点推进。'
  return signUp(staff, { ...idOf(key, `sign-up ${bidder}`), number, practitionerIds: team.map(({ id }) => id), plan })
}

/** A question by a firm that has not signed up yet, and its answer the next morning. */
const asking: Acts = (plan) => {
  const { key, owner, question } = plan
  if (!question) return []
  const { on, text, answer } = question
  const ask = async (stage: Stage, at: Date) =>
    askClarification(await stage.as('firm-265', at), {
      ...idOf(key, 'question'),
      number: (await rowOf(stage, plan)).number,
      question: text,
    })
  const asked = instant(on, 10)
  const answered = instant(on, 16)
  return [
    {
      at: asked,
      play: async (stage) => {
        await ask(stage, asked)
      },
    },
    ...(answer === undefined
      ? []
      : [
          {
            at: answered,
            play: async (stage: Stage) => {
              const clarificationId = await ask(stage, asked)
              const { number } = await rowOf(stage, plan)
              await answerClarification(await stage.as(owner, answered), { ...idOf(key, 'answer'), number, clarificationId, answer })
            },
          },
        ]),
  ]
}

/** The supervising body's key at the opening, and the lottery's numbers by two people. */
const opening: Acts = (plan) => {
  const { key, opensOn, hasShare = false, lotteryOn } = plan
  const acts: SelectionAct[] = []
  if (hasShare && opensOn !== undefined) {
    const at = instant(opensOn, 10, 5)
    const play = async (stage: Stage) => {
      const { number, state } = await rowOf(stage, plan)
      if (state === 'CLOSED') await releaseDemoShare(stage, 'reform', number, at)
    }
    // One sweep opens the quotes, the next evaluates them.
    acts.push({ at, play }, sweepOnly(instant(opensOn, 10, 10)), sweepOnly(instant(opensOn, 10, 15)))
  }
  for (const [index, account] of lotteryOn === undefined ? [] : (['reform', 'auditor'] as const).entries()) {
    const at = instant(lotteryOn ?? '', 10, 30 * index)
    const play = async (stage: Stage) => {
      const numbers = { issue: '2026124', red: [3, 9, 14, 21, 27, 32], blue: 8 }
      await enterLotteryNumbers(await stage.as(account, at), {
        ...idOf(key, `lottery ${account}`),
        number: (await rowOf(stage, plan)).number,
        ...numbers,
      })
    }
    acts.push({ at, play })
  }
  return acts
}

/** An objection, a contract, a second round, or the end by the owner. */
const ending: Acts = (plan) => {
  const { key, owner, objectionOn, contractOn, cancelledOn, reAnnounced } = plan
  const acts: SelectionAct[] = []
  if (objectionOn !== undefined) {
    const at = instant(objectionOn, 14)
    const play = async (stage: Stage) => {
      const grounds = '中选机构报价所列项目负责人同期在其他项目任职，请核查其能否到岗。'
      await objectToResult(await stage.as('firm-265', at), {
        ...idOf(key, 'objection'),
        number: (await rowOf(stage, plan)).number,
        grounds,
      })
    }
    acts.push({ at, play })
  }
  if (contractOn !== undefined) acts.push({ at: instant(contractOn, 11), play: (stage) => contract(stage, plan, contractOn) })
  if (cancelledOn !== undefined) {
    const at = instant(cancelledOn, 11)
    const play = async (stage: Stage) => {
      const { number, version, state } = await rowOf(stage, plan)
      const reasons = '项目选址调整，本次选取终止，另行公告。'
      if (state !== 'CANCELLED') await cancelSelection(await stage.as(owner, at), { ...idOf(key, 'cancel'), number, version, reasons })
    }
    acts.push({ at, play })
  }
  if (reAnnounced) {
    const at = instant(reAnnounced.on, 9, 30)
    const play = async (stage: Stage) => {
      const { number, version, state } = await rowOf(stage, plan)
      const times = { signUpClosesAt: instant(reAnnounced.closesOn, 17) }
      if (state === 'FAILED') await reAnnounce(await stage.as(owner, at), { ...idOf(key, 're-announce'), number, version, ...times })
    }
    acts.push({ at, play })
  }
  return acts
}

/** The winner and the owner conclude the contract. */
async function contract(stage: Stage, plan: SelectionPlan, on: string): Promise<void> {
  const { id, state } = await rowOf(stage, plan)
  if (state !== 'AWARDED') return
  const { engagement, winner } = await stage.platform.prisma.selection.findUniqueOrThrow({
    where: { id },
    select: { engagement: { select: { number: true } }, winner: { select: { intermediary: { select: { subjectId: true } } } } },
  })
  const accounts = plan.bidders ?? []
  const viewers = await Promise.all(accounts.map((account) => stage.as(account, instant(on, 10))))
  const provider = accounts[viewers.findIndex(({ viewer }) => viewer.subjectId === winner?.intermediary.subjectId)]
  if (!engagement || !provider) throw new Error(`no winner for ${plan.key}`)
  await concludeDemoContract(stage, { number: engagement.number, client: plan.owner, provider, on })
}
