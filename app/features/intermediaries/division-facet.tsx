import { useText } from '#app/page-context.tsx'
import { FacetFold, FacetGroup, FacetOptions } from '#app/ui/facets.tsx'
import type { DivisionNode } from './present-facets.ts'
import { hasChosenBelow, sizeBelow } from './present-facets.ts'

/** 服务区域: from the city down to its districts, each level behind one line. */
export function DivisionFacet({ roots, selected }: { readonly roots: readonly DivisionNode[]; readonly selected: readonly string[] }) {
  const t = useText('intermediaries')
  if (roots.length === 0) return null
  return (
    <FacetGroup legend={t('search.facets.division')} name="division" options={[]} selected={[]}>
      <DivisionBranches nodes={roots} selected={selected} isTop={roots.length === 1} />
    </FacetGroup>
  )
}

function DivisionBranches({
  nodes,
  selected,
  isTop = false,
}: {
  readonly nodes: readonly DivisionNode[]
  readonly selected: readonly string[]
  /** The only root stands open: folded it would hide the whole filter. */
  readonly isTop?: boolean
}) {
  const t = useText('search')
  return nodes.map((node) => (
    <div key={node.value}>
      <FacetOptions name="division" options={[node]} selected={selected} />
      {node.below.length > 0 && (
        <FacetFold
          summary={t('divisions.below', { name: node.label, count: sizeBelow(node) })}
          isOpen={isTop || hasChosenBelow(node, selected)}
        >
          <DivisionBranches nodes={node.below} selected={selected} />
        </FacetFold>
      )}
    </div>
  ))
}
