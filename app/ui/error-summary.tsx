import { useEffect, useRef } from 'react'
import type { FormProblems } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'

/** What has to be changed, each leading to its field; takes the focus after a failed submission. */
export function ErrorSummary({ form }: { readonly form: FormProblems }) {
  const t = useText('form')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.result) box.current?.focus()
  }, [form.result])
  if (form.problems.length === 0) return null
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('problems')}</h2>
      <ul>
        {form.problems.map(({ id, label, text }) => (
          <li key={id + text}>{label === undefined ? text : <a href={`#${id}`}>{t('ofField', { label, text })}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
