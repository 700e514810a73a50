import { Encrypter, armor } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createIdentity, recipientOf, sealTwice } from './age-sealing.ts'
import { createOpener } from './quote-opener.ts'
import type { Opener } from './quote-opener.ts'

let recipients: { supervisor: string; platform: string }
let open: Opener

beforeAll(async () => {
  const identities = { supervisor: await createIdentity(), platform: await createIdentity() }
  const [supervisor, platform] = [await recipientOf(identities.supervisor), await recipientOf(identities.platform)]
  recipients = { supervisor: supervisor ?? '', platform: platform ?? '' }
  open = await createOpener(identities)
})

async function sealTo(names: readonly string[], content: string | Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const name of names) encrypter.addRecipient(name)
  return encrypter.encrypt(content)
}

describe('what the library seals, the opener opens', () => {
  it('any text, as the page seals it', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 3000 }), async (text) => {
        expect(await open(await sealTwice(text, recipients))).toBe(text)
      }),
      { numRuns: 30 },
    ))

  it('what standard tools may make beside: several recipients, other line ends', async () => {
    const another = (await recipientOf(await createIdentity())) ?? ''
    const inner = await sealTo([another, recipients.supervisor], '报价')
    const sealed = armor.encode(await sealTo([recipients.platform], inner))
    expect(await open(sealed)).toBe('报价')
    expect(await open(sealed.replaceAll('\n', '\r\n'))).toBe('报价')
  })
})

describe('what was tampered with opens for nobody', () => {
  it('one bit anywhere in the file', async () => {
    const file = armor.decode(await sealTwice('{"feeFen":1}', recipients))
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (index, bit) => {
        const forged = Uint8Array.from(file)
        forged[index] = (forged[index] ?? 0) ^ (1 << bit)
        expect(await open(armor.encode(forged))).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('the layers the wrong way round, one layer only, text that is no UTF-8', async () => {
    expect(await open(await sealTwice('x', { supervisor: recipients.platform, platform: recipients.supervisor }))).toBeNull()
    expect(await open(armor.encode(await sealTo([recipients.platform], 'x')))).toBeNull()
    const noText = await sealTo([recipients.supervisor], Uint8Array.from([0xff, 0xfe]))
    expect(await open(armor.encode(await sealTo([recipients.platform], noText)))).toBeNull()
  })
})
