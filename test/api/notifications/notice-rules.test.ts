import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messageKey } from '#app/features/notifications/message-place.ts'
import { texts as english } from '#app/i18n/en/notifications.ts'
import { texts as chinese } from '#app/i18n/zh-CN/notifications.ts'
import { noticeRules, toldToNobody } from '#services/notifications/notice-rules.ts'

const services = join(import.meta.dirname, '../../../services')
const topicLiteral = /'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g

/**
 * Every topic that a use case hands to the outbox: the literals in the first argument of the call; where that is computed or passed on,
 * every literal of the file that looks like one; and the `topic:` that is given to a function which passes it on.
 */
function topicsInSource(): Map<string, string> {
  const found = new Map<string, string>()
  const unread: string[] = []
  for (const file of readdirSync(services, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ts$/.test(name))) {
    if (/\.test\.ts$|run-use-case\.ts$/.test(file)) continue
    const source = readFileSync(join(services, file), 'utf8')
    const calls = [...source.matchAll(/\boutbox(?:All)?\(\s*([\s\S]*?),\s*'[A-Z]/g)].map(([, argument]) => argument!)
    for (const [, topic] of source.matchAll(/topic: '([^']+)'/g)) found.set(topic!, file)
    if (/INSERT INTO "OutboxEvent"/.test(source)) calls.push('topic')
    for (const argument of calls) {
      const isPassedOn = argument === 'topic'
      let literals = [...argument.matchAll(topicLiteral)]
      if (literals.length === 0) {
        literals = [...source.replace(/action: '[^']*'|demand\([^)]*\)/g, '').matchAll(topicLiteral)].filter(([, name]) =>
          isTopicLike(name!),
        )
      }
      if (literals.length === 0 && !isPassedOn) unread.push(`${file}: outbox(${argument})`)
      for (const [, topic] of literals) found.set(topic!, file)
    }
  }
  expect(unread, 'write the topic as a literal, so that it can be found').toEqual([])
  return found
}

/** Topics are of a feature in the plural; permissions of a thing in the singular. */
const isTopicLike = (name: string) =>
  /^(entries|catalogue|selections|preselection|disputes|engagements|reviews|listings|commitments|intermediaries)\./.test(name)

const topics = topicsInSource()
const keysOf = (kinds: readonly string[]) => kinds.map(messageKey)

describe('every topic of the outbox', () => {
  it('is found in the source', () => {
    // A scan that found nothing would prove nothing.
    expect([...topics.keys()]).toEqual(expect.arrayContaining(['engagements.chosen', 'entries.returned', 'catalogue.itemCancelled']))
  })

  it.each([...topics])('%s (%s) tells somebody, or is known to tell nobody', (topic) => {
    const isTold = topic in noticeRules
    expect({ topic, isTold, isToldToNobody: topic in toldToNobody }).toEqual({ topic, isTold, isToldToNobody: !isTold })
  })

  it('no rule is left for a topic that nobody writes', () => {
    expect([...Object.keys(noticeRules), ...Object.keys(toldToNobody)].filter((topic) => !topics.has(topic))).toEqual([])
  })
})

describe('every kind of notice', () => {
  const kinds = [...new Set(Object.values(noticeRules).flatMap((rule) => rule.kinds))]
  const texts = { zh: chinese.kind as Readonly<Record<string, string>>, en: english.kind as Readonly<Record<string, string>> }

  it.each(kinds)('%s has words in both languages', (kind) => {
    const key = messageKey(kind)
    expect(texts.zh[key]).toMatch(/[一-鿿]/)
    expect(texts.en[key]).toMatch(/[a-z]{3}/)
  })

  it('and no words are left without a kind', () => {
    expect(Object.keys(chinese.kind).filter((key) => !keysOf(kinds).includes(key))).toEqual([])
  })
})
