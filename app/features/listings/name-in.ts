import type { Language } from '#app/i18n/language.ts'

/** The name in the page's language of anything the catalogues hold in both. */
export const nameIn = (language: Language, names: { readonly nameZh: string; readonly nameEn: string }): string =>
  language === 'en' ? names.nameEn : names.nameZh
