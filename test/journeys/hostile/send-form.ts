import type { PageForm } from './read-forms.ts'

/** One way to send a form. A value is one text, several of the same name, a file, or nothing at all. */
export type Filling = Readonly<Record<string, string | readonly string[] | File | undefined>>

export interface Answer {
  readonly status: number
  readonly html: string
}

/** Posts a form as a browser would, without following where it leads. `origin` null sends no Origin header. */
export async function sendForm(
  app: string,
  form: PageForm,
  filling: Filling,
  { session, origin = app }: { readonly session: string | undefined; readonly origin?: string | null },
): Promise<Answer> {
  const headers: Record<string, string> = { Accept: 'text/html', 'Accept-Language': 'zh-CN' }
  if (session) headers['Cookie'] = session
  if (origin !== null) headers['Origin'] = origin
  const response = await fetch(new URL(form.action, app), { method: 'POST', redirect: 'manual', headers, body: bodyOf(form, filling) })
  return { status: response.status, html: await response.text() }
}

function bodyOf({ isMultipart }: PageForm, filling: Filling): FormData | URLSearchParams {
  const body = isMultipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(filling)) {
    if (value === undefined) continue
    for (const one of typeof value === 'string' || value instanceof File ? [value] : value) {
      if (body instanceof FormData && one instanceof File) body.append(name, one)
      else body.append(name, one instanceof File ? one.name : one)
    }
  }
  return body
}

/** What the form sends as it stands, with that button pressed. */
export function asShown(form: PageForm, button: PageForm['buttons'][number] | undefined): Record<string, Filling[string]> {
  const filling: Record<string, Filling[string]> = {}
  for (const { name, kind, value } of form.fields) filling[name] = kind === 'file' ? new File([], '') : value
  if (button) filling[button.name] = button.value
  return filling
}
