import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '#test/setup/app.ts'
import type { RunningApp } from '#test/setup/app.ts'
import { chance, hostileTexts } from '#test/setup/hostile-input.ts'
import { readForms } from './hostile/read-forms.ts'
import type { PageForm } from './hostile/read-forms.ts'
import { asShown, sendForm } from './hostile/send-form.ts'
import type { Filling } from './hostile/send-form.ts'
import { samplePages } from './sample-pages.ts'
import { sessionOf } from './sign-in.ts'

// Every form that any role is shown, filled with what has broken programs before.

interface ShownForm extends PageForm {
  readonly as: string | undefined
  readonly button: PageForm['buttons'][number] | undefined
  readonly where: string
}

const HOSTILE_FILLINGS = 5
let app: RunningApp
let forms: ShownForm[]
const sessions = new Map<string, string>()

beforeAll(async () => {
  app = await startApp({ more: { TRUST_PROXY: '1' } })
  const database = new Pool({ connectionString: app.databaseUrl })
  forms = await findForms(database)
  await database.end()
})
afterAll(() => app.stop())

async function sessionFor(as: string | undefined): Promise<string | undefined> {
  if (as === undefined) return undefined
  const session = sessions.get(as) ?? (await sessionOf(app.url, as))
  sessions.set(as, session)
  return session
}

/** Officers who may act on a violation case, in whatever state it is. */
const officers = ['investigator', 'investigator2', 'decider', 'decider2']

/** Every form of every page, once for each button; the same form on many pages (the clock, preferences) once a role. */
async function findForms(database: Pool): Promise<ShownForm[]> {
  const pages: { as: string | undefined; path: string }[] = []
  for (const { as, path } of Object.values(samplePages)) pages.push({ as, path: typeof path === 'string' ? path : await path(database) })
  const { rows } = await database.query<{ number: string }>(`SELECT DISTINCT ON ("state") "number" FROM "ViolationCase"`)
  for (const { number } of rows) for (const as of officers) pages.push({ as, path: `/regulator/cases/${number}` })
  const cases = await database.query<{ number: string }>(
    `SELECT DISTINCT ON ("state") "number" FROM "ApprovalCase" WHERE "approvalItemCode" = 'AP-TRA-003'`,
  )
  for (const { number } of cases.rows) pages.push({ as: 'manager', path: `/agency/cases/${number}` })
  const found = new Map<string, ShownForm>()
  const keep = (as: string | undefined, path: string, html: string) => {
    for (const form of readForms(html)) {
      for (const button of form.buttons.length > 0 ? form.buttons : [undefined]) {
        const key = `${as} ${form.action} ${form.fields.map(({ name }) => name).join()} ${button?.value}`
        const shown = { ...form, action: new URL(form.action, app.url + path).href, as, button, where: `${path} as ${as ?? 'nobody'}` }
        if (!found.has(key)) found.set(key, shown)
      }
    }
  }
  for (const { as, path } of pages) {
    const session = await sessionFor(as)
    const answer = await fetch(app.url + path, { headers: { 'Accept-Language': 'zh-CN', ...(session ? { Cookie: session } : {}) } })
    keep(as, path, await answer.text())
  }
  await lookDeeper(found, keep)
  // What ends the session or moves the clock goes last, lest it hide the others.
  const isLate = ({ action }: ShownForm) => Number(/sign-out/.test(action)) * 2 + Number(/sandbox-clock/.test(action))
  return [...found.values()].sort((a, b) => isLate(a) - isLate(b))
}

/** The counter's forms come one behind the other: each answer to a first proper step shows the next one. */
async function lookDeeper(found: ReadonlyMap<string, ShownForm>, keep: (as: string, path: string, html: string) => void): Promise<void> {
  const typed: Filling = {
    applicantCode: '91410102DEMA00005G',
    code: '91410102DEMA00005G',
    approvalItemCode: 'AP-TRA-003',
    projectName: '试',
  }
  for (const intent of ['CHECK', 'ITEM']) {
    for (const form of [...found.values()]) {
      if (form.button?.value !== intent || form.as === undefined) continue
      const names = new Set(form.fields.map(({ name }) => name))
      const known = Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)))
      const { status, html } = await sendForm(
        app.url,
        form,
        { ...asShown(form, form.button), ...known },
        { session: await sessionFor(form.as) },
      )
      if (status === 200) keep(form.as, new URL(form.action).pathname, html)
    }
  }
}

const showsStack = (html: string) => /\n\s+at \S+ \(|node_modules|PrismaClient|SELECT .* FROM/.test(html)

describe('every form', () => {
  it('is found: forms of all roles, with their names and buttons', () => {
    expect(forms.length).toBeGreaterThan(40)
    const actions = new Set(forms.map(({ action }) => new URL(action).pathname.replace(/\/[A-Z]{2}-[\w-]+|\/[0-9a-f-]{36}/, '/:key')))
    for (const path of ['/sign-in', '/agency/cases/new', '/agency/check', '/owner/engagements/new', '/regulator/cases/new', '/account']) {
      expect([...actions]).toContain(path)
    }
  })

  it('is refused when another site sends it, or nobody knows who', async () => {
    for (const form of forms) {
      const session = await sessionFor(form.as)
      for (const origin of [null, 'https://evil.example', 'null']) {
        const { status } = await sendForm(app.url, form, asShown(form, form.button), { session, origin })
        expect(status, `${form.where}: ${form.action} from ${String(origin)}`).toBe(403)
      }
    }
  })

  it('keeps what was typed when it is refused', async () => {
    let kept = 0
    for (const form of forms) {
      const texts = form.fields.filter(({ kind }) => kind === 'text')
      const filling = asShown(form, form.button)
      for (const { name } of texts) filling[name] = `写了 "${name}" <b>&amp;`
      const { status, html } = await sendForm(app.url, form, filling, { session: await sessionFor(form.as) })
      expect(status, `${form.where}: ${form.action}`).toBeLessThan(500)
      if (status !== 422) continue
      expect(html).not.toContain('<b>&amp;"')
      // A form that is no longer lawful isn't shown again; another of the page may have a field of the same name.
      const { button } = form
      const isThis = ({ buttons }: PageForm) => (button ? buttons.some(({ value }) => value === button.value) : buttons.length === 0)
      const shown = readForms(html)
        .filter(isThis)
        .flatMap(({ fields }) => fields)
      for (const { name } of texts) {
        const same = shown.filter((field) => field.name === name)
        if (same.length === 0) continue
        expect(
          same.map(({ value }) => value),
          `${form.where}: ${form.action} ${name}`,
        ).toContain(filling[name])
        kept += 1
      }
    }
    expect(kept).toBeGreaterThan(20)
  })

  it('takes more than 500 hostile fillings without falling over', { timeout: 300_000 }, async () => {
    const random = chance(20_260_301)
    const pick = () => hostileTexts[Math.floor(random() * hostileTexts.length)] ?? ''
    const faults: string[] = []
    let sent = 0
    for (const [place, form] of forms.entries()) {
      // Each form begins elsewhere in the ways of filling.
      for (let round = place; round < place + HOSTILE_FILLINGS; round += 1) {
        const filling = asShown(form, form.button)
        const names = Object.keys(filling)
        const only = round % 3 === 0 ? undefined : names[Math.floor(random() * names.length)]
        for (const { name, kind } of form.fields) {
          if (only !== undefined && only !== name) continue
          const text = pick()
          filling[name] =
            kind === 'file' ? new File([text], `${text.slice(0, 60)}.pdf`) : [text, [text, pick()], undefined, text][round % 4]
        }
        filling[round % 5 === 0 ? '__proto__[x]' : `more[${round}].constructor`] = pick()
        const { status, html } = await sendForm(app.url, form, filling, { session: await sessionFor(form.as) }).catch((error: unknown) => ({
          status: 599,
          html: String(error),
        }))
        sent += 1
        if (status >= 500 || showsStack(html))
          faults.push(`${status} ${form.where} ${form.action}: ${JSON.stringify(filling).slice(0, 400)}`)
      }
    }
    expect(faults).toEqual([])
    expect(sent).toBeGreaterThan(500)
  })

  it('takes bodies that are no forms at all', async () => {
    const bodies = [
      ['application/x-www-form-urlencoded', '%'],
      ['application/x-www-form-urlencoded', '=&=&&&%00=%00'],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\n'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends'],
      ['application/json', '{"a":1}'],
      ['text/plain', 'a=1'],
      ['', ''],
    ] as const
    const faults: string[] = []
    for (const action of new Set(forms.map((form) => form.action))) {
      const as = forms.find((form) => form.action === action)?.as
      for (const [type, body] of bodies) {
        const session = await sessionFor(as)
        const headers = { Origin: app.url, 'Content-Type': type, ...(session ? { Cookie: session } : {}) }
        const response = await fetch(action, { method: 'POST', redirect: 'manual', headers, body })
        if (response.status >= 500 || showsStack(await response.text())) faults.push(`${response.status} ${action} ${type} ${body}`)
      }
    }
    expect(faults).toEqual([])
  })
})
