import { useCallback, useEffect, useState } from 'react'
import type { KnownBefore, ProofReport } from '#domain/selection/verify-transcript.ts'

export type BrowserProof =
  | { readonly state: 'OFF' | 'RUNNING' }
  | { readonly state: 'DONE'; readonly report: Pick<ProofReport, 'isTrue' | 'steps'> }
  | { readonly state: 'FAILED'; readonly reason: string }

/** Downloads a draw's transcript and makes the draw again here, when the page is there and whenever asked. Without scripts it stays OFF. */
export function useBrowserProof(address: string | null, known: KnownBefore): readonly [BrowserProof, () => void] {
  const [proof, setProof] = useState<BrowserProof>({ state: 'OFF' })
  const { secretHash, poolHash, sha256 } = known
  const run = useCallback(() => {
    if (address === null) return
    setProof({ state: 'RUNNING' })
    const told = { ...(secretHash && { secretHash }), ...(poolHash && { poolHash }), ...(sha256 && { sha256 }) }
    prove(address, told).then(
      (report) => setProof({ state: 'DONE', report }),
      (error: unknown) => setProof({ state: 'FAILED', reason: error instanceof Error ? error.message : String(error) }),
    )
  }, [address, secretHash, poolHash, sha256])
  useEffect(run, [run])
  return [proof, run]
}

async function prove(address: string, known: KnownBefore) {
  const [response, { proveInBrowser }] = await Promise.all([fetch(address), import('./prove-in-browser.ts')])
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return proveInBrowser((await response.json()) as unknown, known)
}
