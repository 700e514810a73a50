import type { RefObject } from 'react'
import { useEffect, useState } from 'react'
import type { Suggestion } from './suggestion.ts'

/**
 * Makes the field a combobox: its role and states for screen readers, its keys, and closing with the focus. `active` is the index of the
 * option that Enter takes, -1 for none.
 */
export function useCombobox({
  input,
  listId,
  optionId,
  suggestions,
  choose,
  forget,
}: {
  readonly input: RefObject<HTMLInputElement>
  readonly listId: string
  readonly optionId: (index: number) => string
  readonly suggestions: readonly Suggestion[]
  readonly choose: (chosen: Suggestion) => void
  readonly forget: () => void
}): { readonly isOpen: boolean; readonly active: number } {
  const [active, setActive] = useState(-1)
  const isOpen = suggestions.length > 0
  // Another list begins without a choice.
  useEffect(() => setActive(-1), [suggestions])

  useEffect(() => {
    const field = input.current
    if (!field) return
    // A search field may not become a combobox, a text field may.
    field.type = 'text'
    field.enterKeyHint = 'search'
    field.autocomplete = 'off'
    field.setAttribute('role', 'combobox')
    field.setAttribute('aria-autocomplete', 'list')
    field.setAttribute('aria-expanded', 'false')
  }, [input])

  useEffect(() => {
    const field = input.current
    if (!field) return
    field.setAttribute('aria-expanded', String(isOpen))
    setOrRemove(field, 'aria-controls', isOpen ? listId : null)
    setOrRemove(field, 'aria-activedescendant', isOpen && active >= 0 ? optionId(active) : null)
    if (active >= 0) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  })

  useEffect(() => {
    const field = input.current
    if (!field) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || !isOpen) return
      const chosen = suggestions[active]
      if (event.key === 'ArrowDown') setActive(active + 1 < suggestions.length ? active + 1 : -1)
      else if (event.key === 'ArrowUp') setActive(active === -1 ? suggestions.length - 1 : active - 1)
      else if (event.key === 'Enter' && chosen) choose(chosen)
      else if (event.key === 'Escape') forget()
      else return
      event.preventDefault()
    }
    const form = field.form
    field.addEventListener('keydown', onKeyDown)
    field.addEventListener('blur', forget)
    form?.addEventListener('submit', forget)
    return () => {
      field.removeEventListener('keydown', onKeyDown)
      field.removeEventListener('blur', forget)
      form?.removeEventListener('submit', forget)
    }
  })
  return { isOpen, active }
}

function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
