import { randomInt } from 'node:crypto'
import { hash } from '@node-rs/argon2'

/** Hours for which a password given out by an administrator opens the account. Ours. */
const VALID_HOURS = 72
/** Without characters that are mistaken for one another when read out or copied from paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

export interface OneTimePassword {
  /** Four groups of four characters, 79 bits. */
  readonly text: string
  /** As better-auth verifies it. */
  readonly hash: string
  /** By the machine's time, as all of signing in, and not by the legal clock. */
  readonly until: Date
}

/** A password for the first sign-in. Takes long on purpose (argon2id): make it before the transaction. */
export async function makeOneTimePassword(): Promise<OneTimePassword> {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const text = [group(), group(), group(), group()].join('-')
  return { text, hash: await hash(text), until: new Date(Date.now() + VALID_HOURS * 3_600_000) }
}
