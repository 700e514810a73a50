import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What the server was asked, for the tests that look. */
export interface S3Request {
  readonly method: string
  readonly path: string
}

export interface S3Server {
  readonly endpoint: string
  readonly requests: readonly S3Request[]
  /** By path. */
  readonly objects: Map<string, Buffer>
  close(): Promise<void>
}

const keys = { accessKeyId: 'AKIDTEST', secretAccessKey: 'only-for-these-tests' } as const
const region = 'cn-test-1'
export const s3Keys = { ...keys, region, bucket: 'xinxuan' } as const

/**
 * A small S3: PUT, GET, HEAD and DELETE of objects, each request's AWS Signature Version 4 computed anew from what arrived and compared. An
 * unsigned or wrongly signed request gets 403, as from the real one.
 */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  const requests: S3Request[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '' } = request
      const body = await buffer(request)
      requests.push({ method, path: url })
      const fault = signatureFault(request, body)
      if (fault) {
        response.writeHead(403, { 'Content-Type': 'application/xml' }).end(`<Error><Code>SignatureDoesNotMatch</Code>${fault}</Error>`)
        return
      }
      const found = objects.get(url)
      if (method === 'PUT') {
        objects.set(url, body)
        response.writeHead(200).end()
      } else if (method === 'DELETE') {
        objects.delete(url)
        response.writeHead(204).end()
      } else if (!found) response.writeHead(404).end()
      else response.writeHead(200, { 'Content-Length': found.byteLength }).end(method === 'HEAD' ? undefined : found)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    objects,
    close: () =>
      new Promise((done) =>
        server.close(() => {
          done()
        }),
      ),
  }
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What is wrong with the request's signature (docs.aws.amazon.com, “Signature Calculations for the Authorization Header”); null when it is right. */
function signatureFault({ method = '', url = '', headers }: IncomingMessage, body: Buffer): string | null {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')
  if (!given) return 'no signature'
  const [, credential = '', signedHeaders = '', signature = ''] = given
  const [id, day = '', inRegion, service, end] = credential.split('/')
  if (id !== keys.accessKeyId || inRegion !== region || service !== 's3' || end !== 'aws4_request') return `scope ${credential}`
  const amzDate = String(headers['x-amz-date'])
  if (!amzDate.startsWith(day) || Math.abs(Date.now() - instantOf(amzDate)) > 15 * 60_000) return `date ${amzDate}`
  const names = signedHeaders.split(';')
  if (!names.includes('host')) return 'host is not signed'
  const contentHash = String(headers['x-amz-content-sha256'] ?? '')
  if (contentHash !== 'UNSIGNED-PAYLOAD' && contentHash !== sha256(body)) return 'the content is not what was signed'
  const address = new URL(url, 'http://s3')
  const canonical = [
    method,
    address.pathname,
    [...address.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signedHeaders,
    contentHash,
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', amzDate, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')
  const key = ['s3', 'aws4_request'].reduce((last, part) => hmac(last, part), hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region))
  const right = hmac(key, text)
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? null : 'signature'
}

function instantOf(amzDate: string): number {
  return Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}
