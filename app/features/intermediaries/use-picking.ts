import { useState } from 'react'
import { mostCompared } from './compare-query.ts'

/** Those picked for the comparison so far, and the ways to change that. */
export interface Picking {
  readonly picked: readonly { readonly uscc: string; readonly name: string }[]
  /** The last one was refused because four are picked. */
  readonly isFull: boolean
  readonly toggle: (one: { readonly uscc: string; readonly name: string }) => void
}

/** Begins with what the address says; with scripts a tick counts at once. */
export function usePicking(start: Picking['picked']): Picking {
  const [picked, setPicked] = useState(start)
  const [isFull, setIsFull] = useState(false)
  const toggle: Picking['toggle'] = (one) => {
    const rest = picked.filter(({ uscc }) => uscc !== one.uscc)
    const isRefused = rest.length === picked.length && picked.length >= mostCompared
    setIsFull(isRefused)
    if (!isRefused) setPicked(rest.length < picked.length ? rest : [...picked, one])
  }
  return { picked, isFull, toggle }
}
