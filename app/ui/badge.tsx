import type { ReactNode } from 'react'

/** `seal` and `black` are kept for official acts. The shape before the text differs by tone, so that colour is never alone. */
export type Tone = 'neutral' | 'brand' | 'ok' | 'warn' | 'seal' | 'black'
const shapes: Record<Tone, string> = { neutral: '○', brand: '●', ok: '✓', warn: '!', seal: '◆', black: '■' }

export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true">{shapes[tone]}</span>
      {children}
    </span>
  )
}
