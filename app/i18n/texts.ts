import type { texts as common } from './zh-CN/common.ts'
import type { texts as form } from './zh-CN/form.ts'
import type { texts as home } from './zh-CN/home.ts'
import type { texts as ranking } from './zh-CN/ranking.ts'
import type { texts as shell } from './zh-CN/shell.ts'

/**
 * The namespaces, one per feature: `zh-CN/<name>.ts` is the source and `en/<name>.ts` its translation.
 * A new namespace is these two files and one line here; nothing else lists them.
 */
export interface Texts {
  common: typeof common
  form: typeof form
  home: typeof home
  ranking: typeof ranking
  shell: typeof shell
}
export type Namespace = keyof Texts
