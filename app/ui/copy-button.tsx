import { useEffect, useState } from 'react'
import { useText } from '#app/page-context.tsx'

/** Copies a code. Shown only where the browser can do it; without scripts the text itself can be selected. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useText('common')
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  if (!canCopy) return null
  const copy = () => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))
  return (
    <>
      <button type="button" className="link-button small" onClick={copy}>
        {isCopied ? t('copied') : t('copy')} <span className="sr-only">{label}</span>
      </button>
      <span role="status" className="sr-only">
        {isCopied ? t('copied') : ''}
      </span>
    </>
  )
}
