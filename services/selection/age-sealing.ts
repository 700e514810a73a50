import { createHash, randomBytes } from 'node:crypto'
import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** The two public keys a quote is sealed to. Both of the matching identities are needed to open it. */
export interface SealingRecipients {
  readonly supervisor: string
  readonly platform: string
}

/** `age1…`, X25519: what the standard tool makes. */
export const isRecipient = (text: string): boolean => /^age1[02-9ac-hj-np-z]{58}$/.test(text)

/** `AGE-SECRET-KEY-1…`, X25519. */
export const isIdentity = (text: string): boolean => /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(text)

export const createIdentity = (): Promise<string> => generateX25519Identity()

/** The recipient of an identity; null for a text that is no identity. */
export async function recipientOf(identity: string): Promise<string | null> {
  return isIdentity(identity) ? identityToRecipient(identity).catch(() => null) : null
}

/** Randomness for the nonce of a quote. */
export const randomHex = (characters: number): string =>
  randomBytes(Math.ceil(characters / 2))
    .toString('hex')
    .slice(0, characters)

/** Seals a text to the supervising body and that again to the platform, in the age format (age-encryption.org/v1), armoured. */
export async function sealTwice(text: string, { supervisor, platform }: SealingRecipients): Promise<string> {
  return armor.encode(await encryptTo(platform, await encryptTo(supervisor, text)))
}

/** A text under a passphrase, armoured. @param workFactor base-2 logarithm of scrypt's cost; age's own default is 18 */
export async function wrapUnder(passphrase: string, text: string, workFactor: number): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return armor.encode(await encrypter.encrypt(text))
}

/** What was wrapped; throws with the wrong passphrase or for anything that is no such file. */
export async function unwrapUnder(passphrase: string, wrapped: string): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return (await decrypter.decrypt(armor.decode(wrapped), 'text')).trim()
}

async function encryptTo(recipient: string, content: string | Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(content)
}

/**
 * The armour as the standard tool writes it, so that one ciphertext has one hash however its lines came; null for what is no age file or
 * is not sealed to exactly one X25519 recipient (tools may add lines that no key answers to).
 */
export function readArmour(text: string): string | null {
  try {
    const bytes = armor.decode(text)
    const [head = '', afterHead] = Buffer.from(bytes).toString('latin1').split('\n--- ', 2)
    const isSealed = head.startsWith('age-encryption.org/v1\n-> X25519 ') && head.split('\n-> X25519 ').length === 2
    return isSealed && afterHead !== undefined ? armor.encode(bytes) : null
  } catch {
    return null
  }
}

/** Cheapest scrypt that a deposited key may be wrapped with (ours): age's own tool takes 18. */
const LEAST_WORK_FACTOR = 15

/** The armour of a key wrapped under a passphrase; null for anything else, and for one that could be guessed too cheaply. */
export function readWrapped(text: string): string | null {
  try {
    const bytes = armor.decode(text)
    const head = Buffer.from(bytes.subarray(0, 120)).toString('latin1')
    const workFactor = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n/.exec(head)?.[1]
    return workFactor !== undefined && Number(workFactor) >= LEAST_WORK_FACTOR ? armor.encode(bytes) : null
  } catch {
    return null
  }
}

/** SHA-256 of the armoured text, hex: what `sha256sum` says of the file. */
export const hashOf = (ciphertext: string): string => createHash('sha256').update(ciphertext).digest('hex')
