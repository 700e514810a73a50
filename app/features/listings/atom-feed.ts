/** One entry of a feed. `id` is permanent and unique; `updatedAt` the instant it last changed. */
export interface AtomEntry {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly updatedAt: Date
  readonly publishedAt: Date | null
  readonly category: { readonly term: string; readonly label: string }
  /** Plain text. */
  readonly summary: string
}

export interface AtomFeed {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly author: string
  readonly rights: string
  /** The address of the feed itself, and of the page it goes with. */
  readonly selfAddress: string
  readonly pageAddress: string
  /** Where there is no entry. */
  readonly updatedAt: Date
  readonly entries: readonly AtomEntry[]
}

/** An Atom feed as a document (RFC 4287): every element the standard asks for, text only, nothing that a reader would run. */
export function atomDocument({ entries, ...feed }: AtomFeed): string {
  const updatedAt = entries.reduce(
    (latest, one) => (one.updatedAt > latest ? one.updatedAt : latest),
    entries[0]?.updatedAt ?? feed.updatedAt,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    ...[element('id', feed.id), element('title', feed.title), element('updated', updatedAt.toISOString())],
    `<author>${element('name', feed.author)}</author>`,
    element('rights', feed.rights),
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.selfAddress)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.pageAddress)}"/>`,
    ...entries.map(entryElement),
    '</feed>\n',
  ].join('\n')
}

function entryElement({ id, title, address, updatedAt, publishedAt, category, summary }: AtomEntry): string {
  return [
    '<entry>',
    ...[element('id', id), element('title', title), element('updated', updatedAt.toISOString())],
    ...(publishedAt ? [element('published', publishedAt.toISOString())] : []),
    `<link rel="alternate" type="text/html" href="${escaped(address)}"/>`,
    `<category term="${escaped(category.term)}" label="${escaped(category.label)}"/>`,
    element('summary', summary),
    '</entry>',
  ].join('\n')
}

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`

/** Text as XML 1.0 may hold it: its five signs escaped, characters it has no room for left out. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  return [...text]
    .filter(isXmlCharacter)
    .join('')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

/** XML 1.0, production [2] Char. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000
}
