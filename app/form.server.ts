import { randomUUID } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import type { FormResult } from './form-state.ts'
import { serverText } from './i18n/texts.server.ts'
import type { Texts } from './i18n/texts.ts'
import type { Translator } from './i18n/translate.ts'
import type { RefusalTexts, UserError } from './refusal.ts'
import { refusalErrors } from './refusal.ts'

/** What to return from the action: 422 with the input and the errors. */
export type FormReply = ReturnType<typeof data<FormResult>>
type Errors = Readonly<Record<string, readonly string[]>>

interface Read {
  /** Answers with errors found later, such as refusals of the API; '' is the whole form. */
  readonly refuse: (errors: Errors) => FormReply
  /** Answers with the API's error, in the texts `refusal.<CODE>` of the feature's namespace. */
  readonly refuseWith: (error: UserError, feature: RefusalTexts) => FormReply
  /** Sent along with the operation: the same form sent twice acts once. */
  readonly clientMutationId: string
}
export type FormReading<T> = Read & ({ readonly ok: true; readonly value: T } | { readonly ok: false; readonly reply: FormReply })

/**
 * The only way an action reads its form: parses it with the schema and keeps the input. That one of our own pages sent it has been asked
 * before the action (server/own-forms-only.ts).
 * Field names are paths ('materials[0].isThere'); an empty input counts as missing.
 * @throws a 400 Response for a body that is no form
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormReading<z.output<Schema>>> {
  const t = await serverText(request, 'form')
  const form = await formDataOf(request)
  const sent = z.uuid().safeParse(form.get('clientMutationId'))
  const refuse = (errors: Errors): FormReply => data({ values: keptValues(form), errors }, { status: 422 })
  const refuseWith = (error: UserError, feature: RefusalTexts) => refuse(refusalErrors(error, feature, t))
  const read = { refuse, refuseWith, clientMutationId: sent.data ?? randomUUID() }
  const submission = parseWithZod(form, { schema, error: (issue) => issueText(issue, t) })
  if (submission.status === 'success') return { ...read, ok: true, value: submission.value }
  const errors = Object.entries(submission.error ?? {}).map(([name, texts]) => [name, texts ?? []] as const)
  return { ...read, ok: false, reply: refuse(Object.fromEntries(errors)) }
}

/**
 * The body as a form.
 * @throws a 400 Response for a body that is none: cut off, of another type, or without its boundary
 */
export async function formDataOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400, statusText: 'Bad Request' })
  }
}

/** For the loader of a page with a form; goes into <FormFrame mutationId>. */
export const newMutationId = (): string => randomUUID()

/** Text input only: browsers don't take files back, and a password never travels back. */
function keptValues(form: FormData): FormResult['values'] {
  const kept: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || /password/i.test(name)) continue
    kept[name] = [...(kept[name] ?? []), value]
  }
  return kept
}

/** The general text of a validation issue; a schema gives its own where it knows better. */
function issueText(issue: z.core.$ZodRawIssue, t: Translator<Texts['form']>): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? t('required') : t(issue.expected === 'number' ? 'number' : 'format')
    case 'invalid_value':
      return t('choose')
    case 'too_small': {
      const minimum = Number(issue.minimum)
      return issue.origin === 'string'
        ? t('tooShort', { minimum })
        : issue.origin === 'array'
          ? t('tooFew', { minimum })
          : t('tooSmall', { minimum })
    }
    case 'too_big': {
      const maximum = Number(issue.maximum)
      return issue.origin === 'string'
        ? t('tooLong', { maximum })
        : issue.origin === 'array'
          ? t('tooMany', { maximum })
          : t('tooLarge', { maximum })
    }
    default:
      return t('format')
  }
}
