import { advanceSelections } from '#services/selection/advance-selections.ts'
import { createStage, demoToday, instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { actsOf } from './selection-acts.ts'
import { selectionPlans } from './selection-plans.ts'

/**
 * Selections of every mode, one in each state of the procedure. They are told day by day, all together, because the sweep that takes them on
 * knows only its clock: told one after the other, a later story would carry an earlier one past its next act.
 */
export async function playSelections({ platform }: Stage): Promise<void> {
  // A beacon asked today would be of another day than the story's: these draws begin with the lottery.
  const stage = createStage({ ...platform, beacon: { ...platform.beacon, urls: [] } })
  const end = instant(demoToday, 17, 30)
  const acts = selectionPlans.flatMap(actsOf).filter(({ at }) => at < end)
  for (const { at, play } of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await sweep(stage, at)
    await play(stage)
  }
  await sweep(stage, end)
}

/** As the worker does it every minute. */
async function sweep(stage: Stage, at: Date): Promise<void> {
  const { problems } = await advanceSelections(stage.system(at))
  if (problems.length > 0) throw new AggregateError(problems.map(({ error }) => error))
}
