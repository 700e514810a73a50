import type { InputHTMLAttributes } from 'react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'

// Read by the browser when the field is first used: most pages are left without searching.
const SuggestionList = lazy(() => import('./suggestion-list.tsx'))

/** A search field that suggests services, places and institutions while one types. Without scripts and in elder mode a plain field. */
export function SuggestingInput(attributes: InputHTMLAttributes<HTMLInputElement>) {
  const input = useRef<HTMLInputElement>(null)
  const [isUsed, setIsUsed] = useState(false)
  const isScripted = useIsScripted()
  return (
    <div className="suggesting">
      <input {...attributes} ref={input} onFocus={() => setIsUsed(true)} />
      {isUsed && isScripted && (
        <Suspense fallback={null}>
          <SuggestionList input={input} />
        </Suspense>
      )}
    </div>
  )
}
