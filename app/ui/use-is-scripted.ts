import { useEffect, useState } from 'react'
import { usePage } from '#app/page-context.tsx'

/** True once scripts run, and never in elder mode, which has no pop-ups. */
export function useIsScripted(): boolean {
  const { isElder } = usePage()
  const [isHydrated, setIsHydrated] = useState(false)
  useEffect(() => setIsHydrated(true), [])
  return isHydrated && !isElder
}
