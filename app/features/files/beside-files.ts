import type { UserError } from '#app/refusal.ts'

/** Problems of one file are told beside the input of all files: 'files.2.content' is the input 'files'. */
export function besideFiles(error: UserError, name = 'files'): UserError {
  const fields = error.fields?.map((field) => (field.path.startsWith(`${name}.`) ? { ...field, path: name } : field))
  return { ...error, fields }
}
