import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** Seconds between two readings of a live page. */
export const liveSeconds = 5

/** Reads the page again every few seconds while something is due and somebody looks at it. Renders nothing: without scripts there is a link. */
export function LiveRefresh({ isDue }: { readonly isDue: boolean }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isDue) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') revalidate()
    }, liveSeconds * 1000)
    return () => clearInterval(timer)
  }, [isDue, revalidate])
  return null
}
