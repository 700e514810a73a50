import { webcrypto } from 'node:crypto'
import { bech32 } from '@scure/base'
import { Decrypter, armor } from 'age-encryption'

/** Opens what was sealed to both; null for what these two keys don't open. */
export type Opener = (ciphertext: string) => Promise<string | null>

/** Opens quotes with both identities: the outer layer is the platform's, the inner the supervising body's. */
export async function createOpener(identities: { readonly supervisor: string; readonly platform: string }): Promise<Opener> {
  const [outer, inner] = [await decrypterOf(identities.platform), await decrypterOf(identities.supervisor)]
  return async (ciphertext) => {
    try {
      const bytes = await inner.decrypt(await outer.decrypt(armor.decode(ciphertext)))
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
}

/** What stands before the 32 bytes of an X25519 key in PKCS #8 (RFC 8410). */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** The identity as a key of the platform's own crypto, made once for all quotes: given as text, the library derives it anew for each. */
async function decrypterOf(identity: string): Promise<Decrypter> {
  const pkcs8 = Buffer.concat([PKCS8_X25519, bech32.decodeToBytes(identity).bytes])
  const decrypter = new Decrypter()
  decrypter.addIdentity(await webcrypto.subtle.importKey('pkcs8', pkcs8, { name: 'X25519' }, false, ['deriveBits']))
  return decrypter
}
