import { usePage } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { reasonNamespaces } from './reason-namespaces.ts'

/** Says a stored reason (a code with its facts, flat) in the texts of whichever procedure gave it. */
export function useReasonText(): (reason: unknown) => string {
  const { translator, language } = usePage()
  const spaces = reasonNamespaces.map((namespace) => translator(namespace))
  const rules = {
    language,
    optional: (key: string, values?: Readonly<Record<string, string | number>>) => {
      for (const space of spaces) {
        const text = space.optional(key, values)
        if (text !== undefined) return text
      }
      return undefined
    },
  }
  const form = translator('form')
  return (reason) => refusalText(reasonParts(reason), rules, form)
}

/** Reasons are stored flat: what stands beside the code are its facts. */
export function reasonParts(reason: unknown): { readonly code: string; readonly facts: unknown } {
  const { code, ...facts } = (typeof reason === 'object' && reason !== null ? reason : {}) as { readonly code?: unknown }
  return { code: typeof code === 'string' ? code : 'OTHER', facts }
}
