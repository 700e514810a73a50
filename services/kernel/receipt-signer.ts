import { createPrivateKey, createPublicKey } from 'node:crypto'
import { CompactSign, compactVerify, exportJWK } from 'jose'
import type { JWK } from 'jose'

/** Signs check receipts so that anyone holding one can prove it came from here and was not altered. */
export interface ReceiptSigner {
  /** Compact JWS (EdDSA, Ed25519) over the JSON of `payload`. */
  sign(payload: unknown): Promise<string>
  /** The payload, or null when the signature isn't ours. */
  verify(jws: string): Promise<unknown>
  publicJwk(): Promise<JWK>
}

/** @param privateKeyPem Ed25519 private key, PKCS #8 PEM */
export function createReceiptSigner(privateKeyPem: string): ReceiptSigner {
  const privateKey = createPrivateKey(privateKeyPem)
  const publicKey = createPublicKey(privateKey)
  return {
    sign: (payload) => new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey),
    async verify(jws) {
      try {
        const { payload } = await compactVerify(jws, publicKey)
        return JSON.parse(Buffer.from(payload).toString('utf8')) as unknown
      } catch {
        return null
      }
    },
    publicJwk: () => exportJWK(publicKey),
  }
}
