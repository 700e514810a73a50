import { Decrypter, armor, identityToRecipient } from 'age-encryption'
import { checkOpening } from '#domain/selection/opening-transcript.ts'
import type { OpeningFault, OpeningTools, OpeningTranscript } from '#domain/selection/opening-transcript.ts'

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const tools: OpeningTools = {
  hash: async (text) => hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  recipientOf: (identity) => identityToRecipient(identity).catch(() => null),
  openerOf: async (identities) => {
    const [outer, inner] = [new Decrypter(), new Decrypter()]
    outer.addIdentity(identities.platform)
    inner.addIdentity(identities.supervisor)
    return (ciphertext) =>
      outer
        .decrypt(armor.decode(ciphertext))
        .then((layer) => inner.decrypt(layer))
        .then((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
        .catch(() => null)
  },
}

/** The whole check in this browser: nothing is asked of the server but the record itself. Loaded only when somebody checks. */
export const checkHere = (transcript: OpeningTranscript): Promise<readonly OpeningFault[]> => checkOpening(transcript, tools)
