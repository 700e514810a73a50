/** A form as its page shows it: where it goes, and what it sends when nothing is typed. */
export interface PageForm {
  readonly action: string
  readonly isMultipart: boolean
  readonly fields: readonly FormField[]
  /** The buttons that say what is to be done; a form without any has one nameless way. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[]
}

export interface FormField {
  readonly name: string
  readonly kind: 'text' | 'password' | 'file' | 'hidden' | 'choice'
  readonly value: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => entities[name] ?? '')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}

/** Every POST form of a page, by reading its HTML as it was sent: what works without scripts. */
export function readForms(html: string): PageForm[] {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
  return forms.flatMap(([, open = '', inside = '']) => {
    if (attribute(open, 'method')?.toLowerCase() !== 'post') return []
    const buttons = [...inside.matchAll(/<button\b[^>]*>/g)].flatMap(([tag]) => {
      const name = attribute(tag, 'name')
      return name === undefined ? [] : [{ name, value: attribute(tag, 'value') ?? '' }]
    })
    return [
      {
        action: attribute(open, 'action') ?? '',
        isMultipart: attribute(open, 'enctype') === 'multipart/form-data',
        fields: readFields(inside),
        buttons,
      },
    ]
  })
}

function readFields(html: string): FormField[] {
  const inputs = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) =>
    field(tag, kindOf(attribute(tag, 'type')), attribute(tag, 'value') ?? ''),
  )
  const areas = [...html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag = '', text = '']) =>
    // HTML drops the first line break of a text area.
    field(tag, 'text', decode(text).replace(/^\n/, '')),
  )
  const selects = [...html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = '', inside = '']) => {
    const option = /<option\b[^>]*\sselected[^>]*>/.exec(inside)?.[0] ?? /<option\b[^>]*\svalue="[^"]+"[^>]*>/.exec(inside)?.[0] ?? ''
    return field(tag, 'choice', attribute(option, 'value') ?? '')
  })
  const named = [...inputs, ...areas, ...selects].filter(({ name }) => name !== '')
  // Of several boxes of one name, the first.
  return named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index)
}

const field = (tag: string, kind: FormField['kind'], value: string): FormField => ({ name: attribute(tag, 'name') ?? '', kind, value })

function kindOf(type: string | undefined): FormField['kind'] {
  if (type === 'hidden' || type === 'password' || type === 'file') return type
  return type === 'radio' || type === 'checkbox' ? 'choice' : 'text'
}
