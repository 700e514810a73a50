import { useNavigate } from '@remix-run/react'
import type { RefObject } from 'react'
import { useId } from 'react'
import { useText } from '#app/page-context.tsx'
import { Highlight } from '#app/ui/highlight.tsx'
import { matchRanges } from './match-ranges.ts'
import type { Suggestion } from './suggestion.ts'
import { addressOf } from './suggestion.ts'
import { useCombobox } from './use-combobox.ts'
import { useSuggestions } from './use-suggestions.ts'

/**
 * The suggestions under a search field: a combobox with a listbox (WAI-ARIA APG, list autocomplete with manual selection). The focus stays
 * in the field; the arrow keys move through the list, Enter goes to the chosen one, or searches when none is chosen, Escape closes.
 */
export default function SuggestionList({ input }: { readonly input: RefObject<HTMLInputElement> }) {
  const t = useText('search')
  const navigate = useNavigate()
  const id = useId()
  const { text, suggestions, forget } = useSuggestions(input)
  const choose = (chosen: Suggestion) => {
    if (input.current) input.current.value = ''
    forget()
    navigate(addressOf(chosen))
  }
  const optionId = (index: number) => `${id}-${index}`
  const { isOpen, active } = useCombobox({ input, listId: id, optionId, suggestions, choose, forget })
  const typed = text.toLowerCase().split(/\s+/)
  return (
    <>
      {isOpen && (
        // The field keeps the focus.
        <ul
          id={id}
          role="listbox"
          aria-label={t('suggestions.label')}
          className="suggestions"
          onMouseDown={(event) => event.preventDefault()}
        >
          {suggestions.map((one, index) => (
            <li
              key={`${one.kind} ${one.key}`}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              onClick={() => choose(one)}
            >
              <span>
                <Highlight text={one.name} ranges={matchRanges(one.name, typed)} />
              </span>{' '}
              <span className="small mute">{t(`suggestions.kind.${one.kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <span role="status" className="sr-only">
        {text === '' ? '' : isOpen ? t('suggestions.found', { count: suggestions.length }) : t('suggestions.none')}
      </span>
    </>
  )
}
