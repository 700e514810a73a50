import { generateKeyPairSync } from 'node:crypto'
import { CompactSign, compactVerify, importJWK } from 'jose'
import { expect, test } from 'vitest'
import { createReceiptSigner } from './receipt-signer.ts'

const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const signer = createReceiptSigner(pem())
const receipt = { number: 'HC-2026-000001', answer: { result: 'BARRED', name: '虚构企业' } }

test('anyone with the public key can verify a receipt, by the standard', async () => {
  const jws = await signer.sign(receipt)
  const { payload, protectedHeader } = await compactVerify(jws, await importJWK(await signer.publicJwk(), 'EdDSA'))
  expect(protectedHeader).toEqual({ alg: 'EdDSA' })
  expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toEqual(receipt)
  expect(await signer.verify(jws)).toEqual(receipt)
})

test('the published key holds nothing private', async () => {
  expect(Object.keys(await signer.publicJwk()).sort()).toEqual(['crv', 'kty', 'x'])
})

test('verifies nothing altered, signed by another, unsigned, or signed with another algorithm', async () => {
  const jws = await signer.sign(receipt)
  const [header = '', , signature = ''] = jws.split('.')
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const shared = await new CompactSign(Buffer.from(JSON.stringify(receipt))).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32))
  const forged = [
    `${header}.${encoded({ ...receipt, answer: { result: 'CLEAR' } })}.${signature}`,
    await createReceiptSigner(pem()).sign(receipt),
    `${encoded({ alg: 'none' })}.${encoded(receipt)}.`,
    shared,
    '',
    'a.b.c',
  ]
  for (const each of forged) expect(await signer.verify(each)).toBeNull()
})
