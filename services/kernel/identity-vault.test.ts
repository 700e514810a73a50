import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createIdentityVault } from './identity-vault.ts'

const key = () => randomBytes(32).toString('base64')
const [sealKey, hashKey] = [key(), key()]
const vault = createIdentityVault(sealKey, hashKey)
const number = '41010119900101123X'

test('opens what it sealed, and never seals the same twice alike', () => {
  const [one, other] = [vault.seal(number), vault.seal(number)]
  expect(one).not.toBe(other)
  expect([vault.open(one), vault.open(other)]).toEqual([number, number])
  expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('4101011990')
})

test('opens nothing that was altered, cut or sealed with another key', () => {
  const sealed = Buffer.from(vault.seal(number), 'base64')
  for (let i = 0; i < sealed.length; i += 1) {
    const altered = Buffer.from(sealed)
    altered[i] = (altered[i] ?? 0) ^ 1
    expect(() => vault.open(altered.toString('base64'))).toThrow()
  }
  expect(() => vault.open(sealed.subarray(0, 20).toString('base64'))).toThrow()
  expect(() => createIdentityVault(key(), hashKey).open(sealed.toString('base64'))).toThrow()
})

test('the hash finds the same number and says nothing without the key', () => {
  expect(vault.hash(number)).toBe(createIdentityVault(key(), hashKey).hash(number))
  expect(vault.hash(number)).not.toBe(vault.hash('410101199001011230'))
  expect(vault.hash(number)).not.toBe(createIdentityVault(sealKey, key()).hash(number))
  expect(vault.hash(number)).toMatch(/^[0-9a-f]{64}$/)
})
