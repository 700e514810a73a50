import { Decrypter, armor } from 'age-encryption'
import { nativeKey, openOneRecipient } from './open-one-recipient.ts'

/** Opens what was sealed to both; null for what these two keys don't open. */
export type Opener = (ciphertext: string) => Promise<string | null>

/**
 * Opens quotes with both identities: the outer layer is the platform's, the inner the supervising body's. What isn't of the plain shape that
 * our own page makes goes to the age library, whose word is final.
 */
export async function createOpener(identities: { readonly supervisor: string; readonly platform: string }): Promise<Opener> {
  const [outer, inner] = [new Decrypter(), new Decrypter()]
  outer.addIdentity(identities.platform)
  inner.addIdentity(identities.supervisor)
  const [outerKey, innerKey] = [nativeKey(scalarOf(identities.platform)), nativeKey(scalarOf(identities.supervisor))]
  return async (ciphertext) => {
    try {
      const file = unarmour(ciphertext)
      const layer = file && openOneRecipient(file, outerKey)
      const quick = layer && openOneRecipient(layer, innerKey)
      const bytes = quick ?? (await inner.decrypt(layer ?? (await outer.decrypt(armor.decode(ciphertext)))))
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
}

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----\n'
const END = '\n-----END AGE ENCRYPTED FILE-----\n'

/** The bytes of an armour in its one spelling, as it is kept; null for any other. */
function unarmour(text: string): Buffer | null {
  const bytes = Buffer.from(text.slice(BEGIN.length, -END.length), 'base64')
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return text === BEGIN + lines.join('\n') + END ? bytes : null
}

const BECH32 = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
const IDENTITY_PREFIX = 'AGE-SECRET-KEY-1'
const CHECKSUM_CHARACTERS = 6

/** The 32 bytes of an identity. The library has checked its checksum by the time this is asked. */
function scalarOf(identity: string): Uint8Array {
  const bits = [...identity.slice(IDENTITY_PREFIX.length, -CHECKSUM_CHARACTERS)]
    .map((character) => BECH32.indexOf(character).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2))
}
