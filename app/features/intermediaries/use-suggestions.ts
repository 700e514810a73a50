import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Suggestion } from './suggestion.ts'
import { suggestPath } from './suggestion.ts'

/** How long typing must pause before anything is asked, in milliseconds. */
const pauseMs = 150

interface Suggested {
  /** What they were asked for; empty when there is nothing to say. */
  readonly text: string
  readonly suggestions: readonly Suggestion[]
}
const nothing: Suggested = { text: '', suggestions: [] }

/** Suggestions for what stands in the field: asked after a pause, the answer to an older text is dropped. */
export function useSuggestions(input: RefObject<HTMLInputElement>): Suggested & { readonly forget: () => void } {
  const [suggested, setSuggested] = useState(nothing)
  const pending = useRef<AbortController>(undefined)
  const forget = () => {
    pending.current?.abort()
    setSuggested(nothing)
  }
  useEffect(() => {
    const field = input.current
    if (!field) return
    const ask = (event?: Event) => {
      // While a reading is being turned into characters, the field holds neither.
      if (event instanceof InputEvent && event.isComposing) return
      pending.current?.abort()
      const asking = (pending.current = new AbortController())
      const text = field.value.trim()
      if (text === '') setSuggested(nothing)
      else void pauseThenFetch(text, asking.signal).then((found) => found && !asking.signal.aborted && setSuggested(found))
    }
    const stop = () => pending.current?.abort()
    field.addEventListener('input', ask)
    field.addEventListener('compositionend', ask)
    // Something may have been typed before this was loaded.
    if (field.value !== field.defaultValue) ask()
    return () => {
      stop()
      field.removeEventListener('input', ask)
      field.removeEventListener('compositionend', ask)
    }
  }, [input])
  return { ...suggested, forget }
}

/** Null when given up or refused: the search itself works without. */
async function pauseThenFetch(text: string, signal: AbortSignal): Promise<Suggested | null> {
  await new Promise((done) => setTimeout(done, pauseMs))
  if (signal.aborted) return null
  try {
    const response = await fetch(`${suggestPath}?${new URLSearchParams({ q: text })}`, { signal })
    if (!response.ok) return null
    const { suggestions } = (await response.json()) as { readonly suggestions: readonly Suggestion[] }
    return { text, suggestions }
  } catch {
    return null
  }
}
