/** The languages of the product; the first is the source language and the fallback. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

/**
 * Picks a language from an Accept-Language header by its weights.
 * Any Chinese variant gets zh-CN: there is no closer text than simplified Chinese.
 */
export function languageOfHeader(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    const found = languages.find((language) => tag.split('-')[0] === language.split('-')[0])
    if (found) return found
  }
  return languages[0]
}
