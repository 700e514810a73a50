import type { SelectionData } from './documents.server.ts'
import { yuanText } from './read-yuan.ts'

/** A draft as its form shows it again. */
export function draftDefaults(of: SelectionData): Readonly<Record<string, string | number | null>> {
  const scored = of.criteria.filter(({ kind }) => kind === 'SCORED')
  const weightOf = (wanted: string) => of.criteria.find(({ kind }) => kind === wanted)?.weight ?? null
  return {
    projectName: of.projectName,
    requirements: of.requirements,
    size: of.size,
    ceilingFen: yuanText(of.ceilingFen),
    maxWorkingDays: of.maxWorkingDays,
    preselectionPoolNumber: of.preselectionPool?.number ?? null,
    creditWeight: weightOf('CREDIT'),
    quoteWeight: weightOf('QUOTE'),
    ...Object.fromEntries(
      scored.flatMap(({ title, weight }, row) => [
        [`criteria[${row}].title`, title],
        [`criteria[${row}].weight`, weight],
      ]),
    ),
  }
}
