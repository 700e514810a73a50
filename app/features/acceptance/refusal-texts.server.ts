import type { RefusalTexts } from '#app/refusal.ts'
import { serverText } from '#app/i18n/texts.server.ts'

/** The sentences for refusals in a case: those of intake, else those of acceptance and its promises. */
export async function caseRefusals(request: Request): Promise<RefusalTexts> {
  const [intake, acceptance, commitments] = await Promise.all([
    serverText(request, 'intake'),
    serverText(request, 'acceptance'),
    serverText(request, 'commitments'),
  ])
  return {
    language: intake.language,
    optional: (key, values) => intake.optional(key, values) ?? acceptance.optional(key, values) ?? commitments.optional(key, values),
  }
}
