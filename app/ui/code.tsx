import { groupCode } from '#app/i18n/format.ts'
import { CopyButton } from './copy-button.tsx'

/** A long code in groups of four; selecting and copying it gives it without gaps. `label` names it to screen readers. */
export function Code({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <span className="code-line">
      <span className="code">
        {groupCode(code).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </span>{' '}
      <CopyButton text={code} label={label} />
    </span>
  )
}
