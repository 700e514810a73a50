/** Bounds of the form (ours): the shortest passphrase, and how many keys one deposit makes. */
export const keyFormLimits = { passphraseCharacters: 12, keys: 20 } as const

export interface WrappedKey {
  readonly recipient: string
  readonly wrappedIdentity: string
}

/**
 * Makes keys in this browser, each locked under the passphrase with age's own cost. The identities are forgotten here; only the locked ones
 * leave. @param onKey told before each, since one takes about a second
 */
export async function makeKeys(passphrase: string, count: number, onKey: (n: number) => void): Promise<readonly WrappedKey[]> {
  const { Encrypter, armor, generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const keys: WrappedKey[] = []
  for (let n = 1; n <= count; n++) {
    onKey(n)
    // The page says how far it is before the next one holds it up.
    await new Promise((done) => setTimeout(done, 30))
    const identity = await generateX25519Identity()
    const encrypter = new Encrypter()
    encrypter.setPassphrase(passphrase)
    keys.push({ recipient: await identityToRecipient(identity), wrappedIdentity: armor.encode(await encrypter.encrypt(identity)) })
  }
  return keys
}

/** Unlocks one key in this browser; null with a wrong passphrase. */
export async function unlockKey(passphrase: string, wrapped: string): Promise<string | null> {
  const { Decrypter, armor } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return (await decrypter.decrypt(armor.decode(wrapped), 'text')).trim()
  } catch {
    return null
  }
}
