import { serverText } from '#app/i18n/texts.server.ts'
import type { RefusalTexts } from '#app/refusal.ts'
import { reasonNamespaces } from './reason-namespaces.ts'

/** The texts of all refusals that a step in a selection can meet, for refuseWith(). */
export async function reasonTexts(request: Request): Promise<RefusalTexts> {
  const spaces = await Promise.all(reasonNamespaces.map((namespace) => serverText(request, namespace)))
  return {
    language: spaces[0]?.language ?? 'zh-CN',
    optional: (key, values) => {
      for (const space of spaces) {
        const text = space.optional(key, values)
        if (text !== undefined) return text
      }
      return undefined
    },
  }
}
