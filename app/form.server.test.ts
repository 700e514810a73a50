import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm } from './form.server.ts'

const schema = z.object({ uscc: z.string().min(4), materials: z.array(z.string()).default([]), note: z.string().optional() })
const id = '0b6f2b0e-6a5c-4c49-9a53-1b5b8f3f2a10'
const send = (pairs: [string, string][], language = 'zh-CN') =>
  readForm(
    new Request('http://localhost/x', {
      method: 'POST',
      headers: { Origin: 'http://localhost', 'Accept-Language': language },
      body: new URLSearchParams(pairs),
    }),
    schema,
  )

test('what is right comes out parsed, with the id of the attempt', async () => {
  const form = await send([
    ['uscc', '9141'],
    ['materials', 'a'],
    ['note', ''],
    ['clientMutationId', id],
  ])
  expect(form).toMatchObject({ ok: true, value: { uscc: '9141', materials: ['a'], note: undefined }, clientMutationId: id })
})

test.each([
  ['zh-CN', '至少 4 个字符'],
  ['en', 'use 4 characters or more'],
])('what is wrong goes back with the input and the reason in %s, but no password', async (language, text) => {
  const form = await send(
    [
      ['uscc', '91'],
      ['materials', 'a'],
      ['materials', 'b'],
      ['password', 'secret'],
    ],
    language,
  )
  expect(form.ok === false && form.reply).toMatchObject({
    init: { status: 422 },
    data: { errors: { uscc: [text] }, values: { uscc: ['91'], materials: ['a', 'b'] } },
  })
  expect(JSON.stringify(form)).not.toContain('secret')
})

test('a made-up mutation id is replaced', async () => {
  const { clientMutationId } = await send([
    ['uscc', '9141'],
    ['clientMutationId', 'mine'],
  ])
  expect(clientMutationId).toMatch(/^[0-9a-f-]{36}$/)
})
