import { fitsWords } from '#app/features/catalogue/fits-words.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import type { Language } from '#app/i18n/language.ts'
import type { FacetOption } from '#app/ui/facets.tsx'

interface Count {
  readonly value: string
  readonly count: number
}
interface Item {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly approvingAgencyZh: string
}
interface Division {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly parentCode: string | null
}

/** The services as a filter: those chosen and the most frequent at hand, the rest by the agency that demands them. */
export interface ServiceFacet {
  readonly first: readonly FacetOption[]
  readonly agencies: readonly { readonly agency: string; readonly options: readonly FacetOption[] }[]
}

/** Services shown without opening anything; ours. */
const mostFirst = 6

/** `find` is what was typed to find a service among all: then all that fit are shown, also those nobody found offers. */
export function presentServices(
  items: readonly Item[],
  counts: readonly Count[],
  chosen: readonly string[],
  find: string,
  language: Language,
): ServiceFacet {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]))
  const byCount = [...items].sort((a, b) => (countOf.get(b.code) ?? 0) - (countOf.get(a.code) ?? 0) || (a.code < b.code ? -1 : 1))
  const optionOf = (item: Item): FacetOption => ({
    value: item.code,
    label: nameIn(language, item),
    count: countOf.get(item.code) ?? 0,
  })
  const isFrequent = new Set(byCount.slice(0, mostFirst).flatMap(({ code }) => (countOf.has(code) ? [code] : [])))
  // The chosen stay where the form can send them again.
  const isFirst = ({ code }: Item) => chosen.includes(code) || (find === '' && isFrequent.has(code))
  const isShown = ({ code, nameZh, nameEn, approvingAgencyZh }: Item) =>
    find === '' ? countOf.has(code) : fitsWords(find, [code, nameZh, nameEn, approvingAgencyZh])
  const rest = byCount.filter((item) => !isFirst(item) && isShown(item))
  const agencies = [...new Set(rest.map(({ approvingAgencyZh }) => approvingAgencyZh))]
  return {
    first: byCount.filter(isFirst).map(optionOf),
    agencies: agencies.map((agency) => ({
      agency,
      options: rest.filter(({ approvingAgencyZh }) => approvingAgencyZh === agency).map(optionOf),
    })),
  }
}

/** A division as a filter, with those that lie in it. */
export interface DivisionNode extends FacetOption {
  readonly below: readonly DivisionNode[]
}

/** The divisions where anything was found, or that are chosen, as a tree; the levels above all of them are left out. */
export function presentDivisions(
  divisions: readonly Division[],
  counts: readonly Count[],
  chosen: readonly string[],
  language: Language,
): readonly DivisionNode[] {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]))
  const nodesBelow = (parent: string | null): DivisionNode[] =>
    divisions.flatMap((division) => {
      if (division.parentCode !== parent) return []
      const node = {
        value: division.code,
        label: nameIn(language, division),
        count: countOf.get(division.code) ?? 0,
        below: nodesBelow(division.code),
      }
      return node.count > 0 || chosen.includes(division.code) || node.below.length > 0 ? [node] : []
    })
  const isNothing = ({ value, count }: DivisionNode) => count === 0 && !chosen.includes(value)
  let roots = nodesBelow(null)
  while (roots[0] && roots.length === 1 && isNothing(roots[0])) roots = [...roots[0].below]
  return roots
}

/** Whether anything below it is chosen: then it stands open. */
export const hasChosenBelow = ({ below }: DivisionNode, chosen: readonly string[]): boolean =>
  below.some((node) => chosen.includes(node.value) || hasChosenBelow(node, chosen))

/** How many divisions lie below. */
export const sizeBelow = ({ below }: DivisionNode): number => below.reduce((size, node) => size + 1 + sizeBelow(node), 0)

/** The name of a chosen service or division, wherever in the facets it stands. */
export function labelIn(nodes: readonly (FacetOption & { readonly below?: readonly DivisionNode[] })[], code: string): string | undefined {
  for (const node of nodes) {
    if (node.value === code) return node.label
    const found = labelIn(node.below ?? [], code)
    if (found !== undefined) return found
  }
  return undefined
}
