import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and body as they came over the wire. */
  readonly raw: string
}

/** How the server treats an address: null takes it, a number is the refusing reply, 'HANG' never answers. */
export type Treatment = null | { readonly code: number; readonly text: string } | 'HANG'

export interface MailServer {
  readonly url: string
  readonly port: number
  readonly received: ReceivedMail[]
  treat(treatment: (to: string) => Treatment): void
  close(): Promise<void>
}

/** A real SMTP server on a free port. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = []
  let treatmentOf: (to: string) => Treatment = () => null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onRcptTo({ address }, _session, done) {
      const treatment = treatmentOf(address)
      if (treatment === 'HANG') return
      done(treatment && Object.assign(new Error(treatment.text), { responseCode: treatment.code }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const listening = (server.server.address() as AddressInfo).port
  return {
    url: `smtp://127.0.0.1:${listening}`,
    port: listening,
    received,
    treat: (treatment) => {
      treatmentOf = treatment
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
