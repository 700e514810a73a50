import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'

/**
 * 项目代码 of the national approval platform for investment projects, as it is written: four digits of the time, six of the division, two of the
 * industry, two of the kind, six of the running number. Whether such a project exists, only that platform knows: we look at the form alone.
 */
export function readProjectCode(typed: string): Result<string, { readonly code: 'PROJECT_CODE_INVALID' }> {
  const digits = typed.normalize('NFKC').replace(/[\s–—-]/g, '')
  const parts = /^(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})$/.exec(digits)
  return parts ? ok(parts.slice(1).join('-')) : refuse({ code: 'PROJECT_CODE_INVALID' })
}
