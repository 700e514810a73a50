/** The two keys that a quote is sealed to. */
export interface Recipients {
  readonly supervisorRecipient: string
  readonly platformRecipient: string
}

/** Whether this page may seal: browsers keep their crypto for pages that came safely (https, or one's own machine). */
export const canSeal = (): boolean => globalThis.isSecureContext

/**
 * Seals a text in this browser: to the supervising body, and that again to the platform (age-encryption.org/v1, armoured). The library comes
 * only now, with the first use.
 */
export async function sealInBrowser(text: string, { supervisorRecipient, platformRecipient }: Recipients): Promise<string> {
  const { Encrypter, armor } = await import('age-encryption')
  const inner = new Encrypter()
  inner.addRecipient(supervisorRecipient)
  const outer = new Encrypter()
  outer.addRecipient(platformRecipient)
  return armor.encode(await outer.encrypt(await inner.encrypt(text)))
}

/** Fresh randomness, that many characters of hex. */
export const randomHexInBrowser = (characters: number): string =>
  [...crypto.getRandomValues(new Uint8Array(Math.ceil(characters / 2)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, characters)
