import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Keeps resident identity numbers: readable only with the key, matchable without reading (rulebook R8). */
export interface IdentityVault {
  /** AES-256-GCM, base64 of nonce ‖ tag ‖ ciphertext. */
  seal(identityNumber: string): string
  open(sealed: string): string
  /** HMAC-SHA-256 in hex: equal numbers, equal hashes; useless without the key. */
  hash(identityNumber: string): string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param sealKey 32 bytes, base64 · @param hashKey at least 32 bytes, base64 */
export function createIdentityVault(sealKey: string, hashKey: string): IdentityVault {
  const key = Buffer.from(sealKey, 'base64')
  const hmacKey = Buffer.from(hashKey, 'base64')
  return {
    seal(identityNumber) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const text = Buffer.concat([cipher.update(identityNumber, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    hash: (identityNumber) => createHmac('sha256', hmacKey).update(identityNumber).digest('hex'),
  }
}
